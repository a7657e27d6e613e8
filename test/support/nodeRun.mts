import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { Simulator } from '../../simulator/index.mts';
import type { LogLine, RunOptions, WorkflowFile } from '../../tools/engine/index.mts';

export type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

export interface NodeRunOptions {
	/** The node's own; calls go out unpaced and are not repeated unless `options` say otherwise. */
	parameters: INodeParameters;
	/** The `json` of each input item. */
	rows: IDataObject[];
	onError?: OnError;
	/** What differs from the simulator's own credential. */
	credential?: IDataObject;
	/** What happens each time before n8n's store gives the credential. */
	beforeReading?: RunOptions['beforeReading'];
	signal?: AbortSignal;
	/** IANA name; n8n's own default when left out. */
	timezone?: string;
	/** n8n's 'Retry On Fail'. */
	retryOnFail?: boolean;
}

export interface NodeOutcome {
	items: INodeExecutionData[];
	/** What came out of the error output, with `continueErrorOutput`. */
	errorItems: INodeExecutionData[];
	/** What stopped the execution; `text` is message and description as the user reads them. */
	error: { message: string; description: string; text: string; itemIndex?: number } | undefined;
	/** The lines under the output. */
	hints: NodeExecutionHint[];
	/** What n8n's logger got meanwhile. */
	logLines: LogLine[];
	/** All that n8n would keep of the execution, thrown objects included. */
	record: unknown;
}

const NODE_NAME = 'Agora Chat Push';

const AT_ONCE = { requestsPerSecond: 100_000, maxRetries: 0 };

/** Runs the built node on n8n's engine, between a trigger with the rows and two outputs. */
export async function runNode(
	simulator: Pick<Simulator, 'credentials'>,
	options: NodeRunOptions,
): Promise<NodeOutcome> {
	const { parameters, rows, onError = 'stopWorkflow', credential } = options;
	const { beforeReading, signal } = options;
	const logLines: LogLine[] = [];
	const workflow = workflowWith(parameters, rows, onError, options);
	const credentials = { ...simulator.credentials, ...credential };
	const run = await n8nEngine.collectLog(
		logLines,
		async () => await n8nEngine.run(workflow, { credentials, beforeReading, signal }),
	);
	const task = run.node(NODE_NAME);
	const error = task?.error;
	return {
		hints: task?.hints ?? [],
		logLines,
		record: run.record,
		items: run.output(NODE_NAME, 0),
		errorItems: run.output(NODE_NAME, 1),
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
	{ timezone, retryOnFail }: Pick<NodeRunOptions, 'timezone' | 'retryOnFail'>,
): WorkflowFile {
	return {
		name: 'One node',
		settings: { timezone },
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
				retryOnFail,
				waitBetweenTries: 1,
				credentials: { agoraChatApi: { id: '1', name: 'Agora Chat account' } },
			},
		],
		connections: { Start: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		pinData: { Start: rows.map((json) => ({ json })) },
	};
}
