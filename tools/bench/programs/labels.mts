import { parseArgs } from 'node:util';

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
					rows.filter(({ json }) => tagsOf(json).includes(label)),
					label,
				),
			);
await measured(async () => {
	const counts = { added: 0, removed: 0 };
	for (const workflow of workflows) {
		const run = await engine.run(workflow, { credentials: credentialsFor(values.host) });
		if (run.status !== 'success') throw new Error('The sync failed.', { cause: run.error });
		for (const { json } of run.output(LAST_NODE)) {
			if (json.status === 'added' || json.status === 'removed') counts[json.status] += 1;
		}
	}
	return counts;
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
