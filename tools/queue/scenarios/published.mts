import type { WorkflowFile } from '../../engine/types.mts';
import { eventually } from '../../lib/eventually.mts';
import { withCredentials } from '../../n8n/chosenCredentials.mts';
import type { Cluster } from '../cluster/index.mts';

/** Creates a workflow with the cluster's credentials and publishes it; gives its ID. */
export async function publish(
	{ n8n, credentials }: Cluster,
	workflow: WorkflowFile,
): Promise<string> {
	const { workflows } = n8n.client;
	const { id } = await workflows.create(withCredentials(workflow, credentials));
	await workflows.activate(id);
	await eventually(`'${workflow.name}' is published`, async () => {
		return (await workflows.publicationStatus(id)) === 'published' || undefined;
	});
	return id;
}

/** Takes its webhook away, so that the next workflow may have it. */
export async function withdraw({ n8n }: Cluster, workflowId: string): Promise<void> {
	const { workflows } = n8n.client;
	await workflows.deactivate(workflowId);
	await eventually('The workflow is withdrawn', async () => {
		return (await workflows.publicationStatus(workflowId)) === 'not_published' || undefined;
	});
}
