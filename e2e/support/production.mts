import type { WorkflowFile } from '../../tools/engine/types.mts';
import { eventually } from '../../tools/lib/eventually.mts';
import type { Execution } from '../../tools/n8n/server.mts';

/** Activates the workflow for as long as `use` takes; it is gone afterwards. */
export async function inProduction(
	workflow: WorkflowFile,
	use: (workflowId: string) => Promise<void>,
): Promise<void> {
	const { workflows } = stage.n8n.client;
	const { id } = await workflows.create(workflow);
	try {
		await putIntoProduction(id);
		await use(id);
	} finally {
		await takeOutOfProduction(id);
		await workflows.delete(id);
	}
}

/** Activates the workflow and waits until its triggers have started. */
export async function putIntoProduction(workflowId: string): Promise<void> {
	await stage.n8n.client.workflows.activate(workflowId);
	await publicationBecomes('published', workflowId);
}

/** Deactivates the workflow and waits until its triggers are gone. */
export async function takeOutOfProduction(workflowId: string): Promise<void> {
	await stage.n8n.client.workflows.deactivate(workflowId);
	await publicationBecomes('not_published', workflowId);
}

/** The first execution that a workflow's trigger started, once that has ended. */
export async function firstExecution(workflowId: string): Promise<Execution> {
	const { executions } = stage.n8n.client;
	const { id } = await eventually('A trigger fires', async () =>
		(await executions.list(workflowId)).at(-1),
	);
	return await executions.waitFor(id);
}

/** n8n registers and removes triggers only after it has answered. */
async function publicationBecomes(
	wanted: 'published' | 'not_published',
	workflowId: string,
): Promise<void> {
	const { workflows } = stage.n8n.client;
	await eventually(`The workflow is ${wanted}`, async () => {
		return (await workflows.publicationStatus(workflowId)) === wanted || undefined;
	});
}
