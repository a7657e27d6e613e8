import { setTimeout } from 'node:timers/promises';

import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { runNode, type NodeOutcome } from '../support/nodeRun.mts';
import { huntSecrets } from '../support/secretHunt.mts';
import type { Evidence } from './evidence.mts';
import { modelOf } from './models/index.mts';
import { judge } from './oracle/judge.mts';
import { asItem } from './situations/asItem.mts';
import { LARGE_POOL, SMALL_POOL, type Situation } from './situations/situation.mts';

/** A run in which no call hangs waits for its answers as long as it takes. */
const TIMEOUT_MS = 30_000;

/**
 * Where calls hang, which is rare. A busy machine may take so long for a call that does not, that the
 * node gives it up as well; what is wrong with a run must be so with far more time, too.
 */
const HANGING_TIMEOUTS_MS = [120, 600, 3000];

/** In which a call that the node gave up may still arrive. */
const SETTLING_MS = 10;

/**
 * Far above what the longest run takes, which is hundreds of calls that are turned down with 429 and so
 * slow each other down; one that is not over by then waits for something else.
 */
const DEADLINE_MS = 120_000;

/** A run that had to be cancelled. */
export class NotOver extends Error {
	constructor() {
		super(`bounded: the run was not over after ${DEADLINE_MS} ms`);
	}
}

/** @throws Error with one line for each thing that is wrong with what the node did. */
export async function tryOut(simulator: Simulator, situation: Situation): Promise<void> {
	const hangs = situation.weather.some(({ weather }) => weather.kind === 'hang');
	if (!hangs) {
		await tryOnce(simulator, situation, TIMEOUT_MS);
		return;
	}
	let failure: unknown;
	for (const timeoutMs of HANGING_TIMEOUTS_MS) {
		// On a busy machine calls of the attempt before, which were cut off, may still come in.
		const own = await startSimulator();
		try {
			await tryOnce(own, situation, timeoutMs);
			return;
		} catch (error) {
			if (error instanceof NotOver) throw error;
			failure = error;
		} finally {
			await own.close();
		}
	}
	throw failure;
}

async function tryOnce(
	simulator: Simulator,
	situation: Situation,
	timeoutMs: number,
): Promise<void> {
	prepare(simulator, situation);
	const outcome = await runToItsEnd(simulator, situation, timeoutMs);
	if (timeoutMs !== TIMEOUT_MS) await setTimeout(SETTLING_MS);
	judge(evidenceOf(simulator, situation, outcome));
	refuseSecrets(simulator, outcome);
}

function prepare(simulator: Simulator, { world, weather }: Situation): void {
	const { labels, ...settings } = world;
	simulator.reset();
	Object.assign(simulator.settings, settings);
	simulator.seed({
		users: [
			...SMALL_POOL.filter(({ exists }) => exists).map(({ id, devices }) => ({ id, devices })),
			...LARGE_POOL,
		],
		labels: Object.entries(labels).map(([name, members]) => ({ name, members })),
	});
	for (const rule of weather) simulator.weather.add(rule);
}

async function runToItsEnd(
	simulator: Simulator,
	{ operation: name, rows, choices, onError, authentication }: Situation,
	timeoutMs: number,
): Promise<NodeOutcome> {
	const model = modelOf(name);
	const [resource = '', operation = ''] = name.split(' ');
	const { includeInputFields, maxRetries, maxRetryWait } = choices;
	const options = {
		...model.options?.(choices),
		includeInputFields,
		maxRetries,
		maxRetryWait,
		timeout: timeoutMs,
	};
	const deadline = AbortSignal.timeout(DEADLINE_MS);
	const outcome = await runNode(simulator, {
		parameters: { resource, operation, ...model.parameters(choices), options },
		rows: rows.map(asItem),
		onError,
		credential: { authentication },
		signal: deadline,
	});
	if (deadline.aborted) throw new NotOver();
	return outcome;
}

function evidenceOf(
	simulator: Simulator,
	situation: Situation,
	{ items, errorItems, error }: NodeOutcome,
): Evidence {
	const { isBad } = modelOf(situation.operation);
	const rows = situation.rows.map((row, index) => ({ ...row, row: index }));
	const { requests, deliveries, tasks, labelChanges } = simulator;
	return {
		situation,
		goodRows: rows.filter((row) => !isBad(row, situation.choices)),
		badRows: rows.filter((row) => isBad(row, situation.choices)),
		items: [
			...items.map((item) => ({ item, output: 0 as const })),
			...errorItems.map((item) => ({ item, output: 1 as const })),
		],
		error,
		requests,
		deliveries,
		tasks,
		labelChanges,
		membersAfter: (label) => simulator.labelMembers(label),
	};
}

function refuseSecrets({ credentials, tokens }: Simulator, outcome: NodeOutcome): void {
	const { appToken, appCertificate } = credentials;
	const finds = huntSecrets({ appToken, appCertificate, sent: tokens.sent }, outcome);
	if (finds.length === 0) return;
	const lines = finds.map(({ path, secret }) => `secrets: ${secret} stands in ${path}`);
	throw new Error(lines.join('\n'));
}
