import { parseArgs } from 'node:util';

import type { INodeExecutionData } from 'n8n-workflow';

import { loadEngine } from '../../engine/index.mts';
import { measured } from '../measuring/measured.mts';
import { labelNames, taggedRows, tagsOf } from '../n8n/taggedRows.mts';
import { agoraWorkflow, credentialsFor, LAST_NODE, ROW_FIELD } from '../n8n/workflows.mts';

/** Measures a sync of rows with several labels each, or of each label by itself, on n8n's engine. */
const { values } = parseArgs({
	options: {
		way: { type: 'string', default: 'together' },
		rows: { type: 'string', default: '1' },
		labels: { type: 'string', default: '1' },
		rate: { type: 'string', default: '100' },
		host: { type: 'string', default: '' },
		package: { type: 'string', default: '.' },
	},
});
const engine = await loadEngine(values.package);
const rows = taggedRows(Number(values.rows), Number(values.labels));
const workflows =
	values.way === 'together'
		? [syncOf(rows, '={{ $json.tags }}')]
		: labelNames(Number(values.labels)).map((label) =>
				syncOf(
					rows.filter((row) => tagsOf(row).includes(label)),
					label,
				),
			);
await measured(async () => {
	/** An execution keeps what all its nodes gave, so what each sync gave is kept here. */
	const outputs: INodeExecutionData[][] = [];
	for (const workflow of workflows) {
		const run = await engine.run(workflow, { credentials: credentialsFor(values.host) });
		if (run.status !== 'success') throw new Error('The sync failed.', { cause: run.error });
		outputs.push(run.output(LAST_NODE));
	}
	const countOf = (status: string) =>
		outputs.flat().filter(({ json }) => json.status === status).length;
	return { added: countOf('added'), removed: countOf('removed') };
});

function syncOf(part: typeof rows, label: string) {
	return agoraWorkflow(part, {
		resource: 'labelMember',
		operation: 'sync',
		label: { __rl: true, mode: 'name', value: label },
		userIds: ROW_FIELD,
		syncMode: 'mirror',
		options: { createMissingLabel: true, requestsPerSecond: Number(values.rate) },
	});
}
