import { parseArgs } from 'node:util';

import { loadEngine } from '../../engine/index.mts';
import { inTurns } from '../../lib/inTurns.mts';
import { heldResources } from '../measuring/heldResources.mts';
import type { Life } from '../measuring/life.mts';
import { report } from '../measuring/measured.mts';
import { soakExecution, type Ending, type SoakExecution } from '../n8n/soakExecutions.mts';
import { credentialsFor } from '../n8n/workflows.mts';

const AT_ONCE = 50;
const LATEST_STOP_MS = 40;

/** Makes many executions in one process, and reports what it holds before, meanwhile and after. */
const { values } = parseArgs({
	options: {
		/** After how many executions it is looked at, such as '10,100'; the last is the end. */
		looks: { type: 'string', default: '100' },
		/** A service that answers, one that fails, and one that never answers. */
		host: { type: 'string', default: '' },
		failing: { type: 'string', default: '' },
		silent: { type: 'string', default: '' },
		package: { type: 'string', default: '.' },
	},
});
const HOSTS: Record<Ending, string> = {
	done: values.host,
	invalid: values.host,
	refused: values.failing,
	stopped: values.silent,
	timedOut: values.silent,
};
const AFTER = values.looks.split(',').map(Number);

const engine = await loadEngine(values.package);
const counts: Life['counts'] = { succeeded: 0, failed: 0, timedOut: 0, stopped: 0 };
const held = [await heldResources()];
const startMs = performance.now();
for (const [look, executions] of AFTER.entries()) {
	await execute(AFTER[look - 1] ?? 0, executions);
	held.push(await heldResources());
}
const wallMs = performance.now() - startMs;
const life: Life = { node: process.versions.node, wallMs, counts, held };
report(life);

async function execute(from: number, to: number): Promise<void> {
	const numbers = Array.from({ length: to - from }, (_, index) => from + index);
	await inTurns(numbers, AT_ONCE, async (number) => {
		counts[await becomeOf(soakExecution(number), number % LATEST_STOP_MS)] += 1;
	});
}

async function becomeOf(
	{ ending, workflow }: SoakExecution,
	stopAfterMs: number,
): Promise<keyof Life['counts']> {
	const stop = new AbortController();
	const run = engine.run(workflow, {
		credentials: credentialsFor(HOSTS[ending]),
		signal: stop.signal,
	});
	if (ending === 'stopped') {
		setTimeout(() => {
			stop.abort();
		}, stopAfterMs);
	}
	// n8n itself fails an execution when one of its own checks takes 250 ms on a busy machine.
	const status = await run.then(
		({ status }) => status,
		() => 'error',
	);
	if (status === 'success') return 'succeeded';
	if (status === 'canceled') return 'stopped';
	return ending === 'timedOut' ? 'timedOut' : 'failed';
}
