import { parseArgs } from 'node:util';

import { loadEngine } from '../../engine/index.mts';
import { measured } from '../measuring/measured.mts';
import {
	agoraWorkflow,
	credentialsFor,
	LAST_NODE,
	LIST_FIELD,
	ROW_FIELD,
	userListRows,
	userRows,
} from '../n8n/workflows.mts';

/** Measures a sync of a label with generated users, on n8n's engine. */
const { values } = parseArgs({
	options: {
		label: { type: 'string', default: '' },
		users: { type: 'string', default: '1' },
		/** The number of the first user. */
		first: { type: 'string', default: '0' },
		shape: { type: 'string', default: 'list' },
		rate: { type: 'string', default: '100' },
		host: { type: 'string', default: '' },
		package: { type: 'string', default: '.' },
	},
});
const [users, first] = [Number(values.users), Number(values.first)];
const isList = values.shape === 'list';
const engine = await loadEngine(values.package);
const workflow = agoraWorkflow(isList ? userListRows(1, users, first) : userRows(users, first), {
	resource: 'labelMember',
	operation: 'sync',
	label: { __rl: true, mode: 'name', value: values.label },
	userIds: isList ? LIST_FIELD : ROW_FIELD,
	syncMode: 'mirror',
	options: { requestsPerSecond: Number(values.rate) },
});
await measured(async () => {
	const run = await engine.run(workflow, { credentials: credentialsFor(values.host) });
	if (run.status !== 'success') throw new Error('The sync failed.', { cause: run.error });
	const items = run.output(LAST_NODE);
	const countOf = (status: string) => items.filter(({ json }) => json.status === status).length;
	return { added: countOf('added'), removed: countOf('removed') };
});
