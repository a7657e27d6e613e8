import { NodeHelpers, type INodeType, type INodeTypes } from 'n8n-workflow';

import { standIn } from './standIns.mts';
import type { FurtherParts } from './types.mts';

/** What n8n puts before the name of a node of an installed package. */
export const PACKAGE_PREFIX = 'n8n-nodes-agora-chat-push.';

/**
 * The node of this package under the name that an installed package gives it, and stand-ins for
 * n8n's own nodes.
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
