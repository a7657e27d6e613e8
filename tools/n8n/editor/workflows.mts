import { readdir } from 'node:fs/promises';

import { readWorkflow } from '../../demo/workflow.mts';
import { withCredentials } from '../chosenCredentials.mts';
import { createExampleTable } from '../exampleTable.mts';
import type { N8nClient, StoredCredential } from '../server.mts';
import type { Memory } from './memory.mts';

/** Creates the example workflows with their credentials chosen, and the tables that some of them read. */
export async function createWorkflows(
	client: N8nClient,
	memory: Memory,
	credentials: readonly StoredCredential[],
): Promise<void> {
	const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));
	for (const fileName of files.sort()) {
		await memory.once(fileName, async () => {
			const workflow = withCredentials(await readWorkflow(fileName), credentials);
			const filledIn = await createExampleTable(workflow, client);
			return await client.workflows.create(filledIn?.workflow ?? workflow);
		});
	}
}
