import {
	NodeConnectionTypes,
	NodeHelpers,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
} from 'n8n-workflow';

import type { FurtherParts } from './types.mts';

/** What n8n puts before the name of a node of an installed package. */
export const PACKAGE_PREFIX = 'n8n-nodes-agora-chat-push.';

const FORM_PAGE = 'n8n-nodes-base.form';

/**
 * The node of this package under the name that an installed package gives it, and stand-ins for
 * n8n's own nodes: each hands on what it gets, so triggers and sheets give their pinned data; the page of
 * a form, which nobody fills in here, gives that alone.
 *
 * @param furtherTypes nodes that are there themselves and need no stand-in.
 */
export function createNodeTypes(
	ownTypes: ReadonlyMap<string, INodeType>,
	furtherTypes: FurtherParts['nodeTypes'] = new Map(),
): INodeTypes {
	const typeNamed = (name: string, version?: number): INodeType => {
		const further = furtherTypes.get(name);
		if (further !== undefined) return NodeHelpers.getVersionedNodeType(further, version);
		if (!name.startsWith(PACKAGE_PREFIX)) return standIn(name);
		const own = ownTypes.get(name.slice(PACKAGE_PREFIX.length));
		if (own === undefined) throw new Error(`The package has no node '${name}'.`);
		return own;
	};
	return {
		getByName: typeNamed,
		getByNameAndVersion: typeNamed,
		getKnownTypes: () => ({}),
	};
}

function standIn(name: string): INodeType {
	const isTrigger = /trigger|webhook/i.test(name);
	const description: INodeTypeDescription = {
		displayName: name,
		name,
		group: isTrigger ? ['trigger'] : ['transform'],
		version: [1, 1.1, 1.2, 2, 3, 4, 4.5, 4.7],
		description: '',
		defaults: { name },
		inputs: isTrigger ? [] : [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
	return {
		description,
		execute() {
			return Promise.resolve([name === FORM_PAGE ? [] : this.getInputData()]);
		},
	};
}
