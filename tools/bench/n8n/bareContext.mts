import { ExecuteContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { additionalDataFor } from '../../engine/additionalData.mts';
import { CredentialStore } from '../../engine/credentials.mts';
import type { Engine, WorkflowFile } from '../../engine/index.mts';
import { createNodeTypes } from '../../engine/nodeTypes.mts';
import { credentialsFor } from './workflows.mts';

/** What stands in for the costly parts of n8n. */
export interface BareParts {
	host: string;
	request: (options: IHttpRequestOptions) => Promise<unknown>;
}

/**
 * n8n's context for the last node of a workflow, with the two parts replaced that cost n8n itself
 * time: HTTP requests are the caller's, and an expression such as `={{ $json.userId }}` is looked
 * up in the item and not evaluated.
 */
export function bareContext(
	engine: Engine,
	file: WorkflowFile,
	{ host, request }: BareParts,
): IExecuteFunctions {
	const node = file.nodes.at(-1);
	if (node === undefined) throw new Error('The workflow has no node.');
	const items = Object.values(file.pinData ?? {})[0] ?? [];
	const inputData = { main: [items] };
	const context = new ExecuteContext(
		new Workflow({ ...file, active: false, nodeTypes: createNodeTypes(engine.nodeTypes) }),
		node,
		additionalDataFor('bare', new CredentialStore(engine.credentialTypes, credentialsFor(host))),
		'manual',
		createEmptyRunExecutionData(),
		0,
		items,
		inputData,
		{ node, data: inputData, source: null },
		[],
	);
	return Object.assign(context, {
		getNodeParameter: parametersOf(node, items),
		helpers: Object.assign(context.helpers, {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
				await request(options),
		}),
	});
}

const FIELD = /^=\{\{ \$json\.(\w+) \}\}$/;

function parametersOf({ parameters }: INode, items: INodeExecutionData[]) {
	return (name: string, index: number, fallback?: unknown): unknown => {
		const written = parameters[name];
		const field = typeof written === 'string' ? FIELD.exec(written)?.[1] : undefined;
		return field === undefined ? (written ?? fallback) : items[index]?.json[field];
	};
}
