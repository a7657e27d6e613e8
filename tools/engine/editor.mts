import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type INode,
	type INodeCredentialTestResult,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type INodeType,
} from 'n8n-workflow';

import { additionalDataFor } from './additionalData.mts';
import type { CredentialStore } from './credentials.mts';
import { createNodeTypes, PACKAGE_PREFIX } from './nodeTypes.mts';

/** What n8n's editor asks of a node while the user fills in its form. */
export interface Editor {
	/** What the editor shows after 'Test' in the credential's form. */
	testCredential(values: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult>;
	searchList(method: string, filter?: string, page?: string): Promise<INodeListSearchResult>;
	loadOptions(method: string): Promise<INodePropertyOptions[]>;
}

export function createEditor(
	nodeName: string,
	type: INodeType,
	credentialType: string,
	credentials: CredentialStore,
): Editor {
	const node: INode = {
		id: 'edited',
		name: type.description.displayName,
		type: PACKAGE_PREFIX + nodeName,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialType]: { id: '1', name: 'Edited' } },
	};
	const context = (): LoadOptionsContext =>
		new LoadOptionsContext(
			new Workflow({
				nodes: [node],
				connections: {},
				active: false,
				nodeTypes: createNodeTypes(new Map([[nodeName, type]])),
			}),
			node,
			additionalDataFor('editor', credentials),
			'',
		);

	return {
		async testCredential(data) {
			const test = Object.values(type.methods?.credentialTest ?? {})[0];
			if (test === undefined) throw new Error('The node tests no credential.');
			return await test.call(new CredentialTestContext(), {
				id: '1',
				name: 'Edited',
				type: credentialType,
				data,
			});
		},
		async searchList(method, filter, page) {
			const search = type.methods?.listSearch?.[method];
			if (search === undefined) throw new Error(`The node has no list search '${method}'.`);
			return await search.call(context(), filter, page);
		},
		async loadOptions(method) {
			const load = type.methods?.loadOptions?.[method];
			if (load === undefined) throw new Error(`The node loads no options by '${method}'.`);
			return await load.call(context());
		},
	};
}
