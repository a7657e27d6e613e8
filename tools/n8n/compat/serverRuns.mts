import type { WorkflowFile, WorkflowRun } from '../../engine/types.mts';
import { textAt } from '../../lib/json.mts';
import type { N8nClient, StoredCredential } from '../server.mts';

const CREDENTIAL_TYPE = 'agoraChatApi';
const DATA_TABLE = 'n8n-nodes-base.dataTable';

/** Runs workflows by hand on a running n8n, in the way of the engine that `npm start` uses. */
export function runsOn(client: N8nClient, credential: StoredCredential) {
	return {
		async run(file: WorkflowFile): Promise<WorkflowRun> {
			const workflow = withCredential(file, credential);
			const { id } = await client.workflows.create(workflow);
			const answer = await client.connection.request('POST', `workflows/${id}/run`, {
				// Older versions take the workflow from the request, newer ones from their database.
				workflowData: { ...workflow, id },
				// Without it, older versions wait for a call of the webhook, though it is pinned.
				startNodes: [],
				triggerToStartFrom: { name: triggerOf(workflow) },
			});
			const execution = await client.executions.waitFor(textAt(answer, 'executionId'));
			return asWorkflowRun(execution);
		},
	};
}

/** With the credential, and without what needs a data table: its sample rows go on from there. */
export function withCredential(file: WorkflowFile, { id, name }: StoredCredential): WorkflowFile {
	return {
		...file,
		nodes: file.nodes.map(({ credentials, ...node }) => ({
			...node,
			...(node.type === DATA_TABLE &&
				file.pinData?.[node.name] === undefined && { disabled: true }),
			...(credentials?.[CREDENTIAL_TYPE] === undefined
				? {}
				: { credentials: { [CREDENTIAL_TYPE]: { id, name } } }),
		})),
	};
}

function triggerOf({ nodes, name }: WorkflowFile): string {
	const trigger = nodes.find(({ type }) => /trigger|webhook/i.test(type));
	if (trigger === undefined) throw new Error(`'${name}' has no trigger.`);
	return trigger.name;
}

type Execution = Awaited<ReturnType<N8nClient['executions']['get']>>;

function asWorkflowRun(execution: Execution): WorkflowRun {
	return {
		status: execution.status === 'success' ? 'success' : 'error',
		error: execution.resultData.error,
		record: execution,
		runs: (name) => execution.resultData.runData[name] ?? [],
		node: (name) => execution.task(name),
		output: (name, index) => execution.items(name, index),
	};
}
