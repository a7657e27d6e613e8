import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/index.mts';
import type { Simulator } from '../../simulator/index.mts';

export type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

export interface NodeRunOptions {
	/** The node's own; calls go out unpaced and are not repeated unless `options` say otherwise. */
	parameters: INodeParameters;
	/** The `json` of each input item. */
	rows: IDataObject[];
	onError?: OnError;
	/** What differs from the simulator's own credential. */
	credential?: IDataObject;
	signal?: AbortSignal;
	/** IANA name; n8n's own default when left out. */
	timezone?: string;
}

export interface NodeOutcome {
	items: INodeExecutionData[];
	/** What came out of the error output, with `continueErrorOutput`. */
	errorItems: INodeExecutionData[];
	/** What stands under the output. */
	hints: NodeExecutionHint[];
	/** What stopped the execution; `text` is message and description as the user reads them. */
	error: { message: string; description: string; text: string; itemIndex?: number } | undefined;
}

const NODE_NAME = 'Agora Chat Push';

const AT_ONCE = { requestsPerSecond: 100_000, maxRetries: 0 };

/** Runs the built node on n8n's engine, between a trigger with the rows and two outputs. */
export async function runNode(
	simulator: Pick<Simulator, 'credentials'>,
	{ parameters, rows, onError = 'stopWorkflow', credential, signal, timezone }: NodeRunOptions,
): Promise<NodeOutcome> {
	const run = await n8nEngine.run(
		{
			...workflowWith(parameters, rows, onError),
			settings: { timezone },
		},
		{
			credentials: { ...simulator.credentials, ...credential },
			signal,
		},
	);
	const error = run.node(NODE_NAME)?.error;
	return {
		items: run.output(NODE_NAME, 0),
		errorItems: run.output(NODE_NAME, 1),
		hints: run.node(NODE_NAME)?.hints ?? [],
		error: error && {
			message: error.message,
			description: error.description ?? '',
			text: `${error.message}. ${error.description ?? ''}`,
			...('context' in error && typeof error.context.itemIndex === 'number'
				? { itemIndex: error.context.itemIndex }
				: {}),
		},
	};
}

function atOnceUnless(options: INodeParameters[string] = {}): INodeParameters {
	return isObject(options) ? { ...AT_ONCE, ...options } : AT_ONCE;
}

function isObject(value: INodeParameters[string]): value is INodeParameters {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function workflowWith(
	parameters: INodeParameters,
	rows: IDataObject[],
	onError: OnError,
): WorkflowFile {
	return {
		name: 'One node',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: NODE_NAME,
				type: 'n8n-nodes-agora-chat-push.agoraChatPush',
				typeVersion: 1,
				position: [200, 0],
				parameters: { ...parameters, options: atOnceUnless(parameters.options) },
				onError,
				credentials: { agoraChatApi: { id: '1', name: 'Agora Chat account' } },
			},
		],
		connections: { Start: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		pinData: { Start: rows.map((json) => ({ json })) },
	};
}
