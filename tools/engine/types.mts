import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IConnections,
	INode,
	INodeExecutionData,
	INodeType,
	IPinData,
	IRun,
	ITaskData,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
} from 'n8n-workflow';

import type { BeforeReading } from './credentials.mts';
import type { Editor } from './editor.mts';
import type { collectLog } from './log.mts';

/** A workflow as n8n's editor exports it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	settings?: IWorkflowSettings;
}

/** What an engine has besides this package's node, where stand-ins do not do. */
export interface FurtherParts {
	/** Nodes of other packages by their full names, such as `n8n-nodes-base.httpRequest`. */
	nodeTypes?: ReadonlyMap<string, INodeType | IVersionedNodeType>;
	/** Runs the code of a Code node. */
	startRunnerTask?: IWorkflowExecuteAdditionalData['startRunnerTask'];
}

export interface RunOptions {
	/** Values for every credential of this package that the workflow names. */
	credentials: ICredentialDataDecryptedObject;
	/** What happens each time before n8n's store gives the credential. */
	beforeReading?: BeforeReading;
	/** Stops the execution, as the button in n8n's editor does. */
	signal?: AbortSignal;
}

export interface Engine {
	/** The built node and credential, as n8n's own loader read them from `package.json`. */
	readonly nodeTypes: ReadonlyMap<string, INodeType>;
	readonly credentialTypes: ReadonlyMap<string, ICredentialType>;
	/** The node's form, as the editor serves it with the given credential. */
	editor(credentials: ICredentialDataDecryptedObject): Editor;
	run(workflow: WorkflowFile, options: RunOptions): Promise<WorkflowRun>;
	collectLog: typeof collectLog;
}

/** What n8n recorded of an execution. */
export interface WorkflowRun {
	status: IRun['status'];
	/** The error that stopped the execution. */
	error: IRun['data']['resultData']['error'];
	/** All that n8n would keep of it. */
	record: unknown;
	/** All runs of a node, of which a loop makes many. */
	runs(name: string): ITaskData[];
	/** The last run of a node; undefined when it did not run. */
	node(name: string): ITaskData | undefined;
	/** The items on one of a node's outputs. */
	output(name: string, index?: number): INodeExecutionData[];
}
