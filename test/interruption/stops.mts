import { setTimeout as delay } from 'node:timers/promises';

import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import type { Simulator, WeatherRule } from '../../simulator/index.mts';
import { runNode, type NodeOutcome, type OnError } from '../support/nodeRun.mts';
import type { Work } from './operations.mts';

/** When the user stops a run, and what the run is going through then. */
export interface Stop {
	onError: OnError;
	weather: WeatherRule[];
	requestsPerSecond: number;
	/** The run is stopped so long after so many calls have arrived. */
	afterCalls: number;
	delayMs: number;
}

const times = fc.integer({ min: 1, max: 8 });

/** The service takes its time, refuses a call without acting on it, or its answer is lost. */
const anyRule: fc.Arbitrary<WeatherRule> = fc.oneof(
	fc.record({ weather: fc.record({ kind: fc.constant('slow'), delayMs: fc.nat(60) }), times }),
	fc.record({
		weather: fc.record({
			kind: fc.constant('status'),
			status: fc.constantFrom(429, 503),
			retryAfter: fc.constantFrom('0', '30'),
		}),
		times,
	}),
	fc.record({
		weather: fc.constantFrom<WeatherRule['weather']>(
			{ kind: 'status', status: 500, retryAfter: '0' },
			{ kind: 'reset' },
			{ kind: 'hang' },
		),
		times,
		afterEffect: fc.boolean(),
	}),
);

export const anyStop: fc.Arbitrary<Stop> = fc.record({
	onError: fc.constantFrom<OnError>('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
	weather: fc.array(anyRule, { maxLength: 3 }),
	requestsPerSecond: fc.constantFrom(100_000, 20),
	afterCalls: fc.nat(12),
	delayMs: fc.nat(60),
});

export interface StoppedRun {
	outcome: NodeOutcome;
	/** Undefined when the run had ended by itself. */
	stoppedInMs: number | undefined;
}

/** A run that waits for something is stopped after this time, whatever has arrived. */
const PATIENCE_MS = 400;

const POLL_MS = 5;

/** Longer than the node's longest nap. */
const QUIET_MS = 170;

/** Runs the work and stops it when the moment has come. */
export async function runAndStop(
	simulator: Simulator,
	work: Work,
	stop: Stop,
	onStop: () => void = () => undefined,
): Promise<StoppedRun> {
	simulator.seed(work.seed);
	for (const rule of stop.weather) simulator.weather.add(rule);
	const controller = new AbortController();
	const running = runNode(simulator, {
		parameters: { ...work.parameters, options: { ...work.options, ...optionsFor(stop) } },
		rows: work.rows,
		onError: stop.onError,
		signal: controller.signal,
	});

	const moment = haveArrived(simulator, stop.afterCalls).then(() => delay(stop.delayMs));
	const hasEnded = await Promise.race([running.then(() => true), moment.then(() => false)]);
	const stopMs = performance.now();
	controller.abort();
	onStop();
	const outcome = await running;
	return { outcome, stoppedInMs: hasEnded ? undefined : performance.now() - stopMs };
}

async function haveArrived({ requests }: Simulator, count: number): Promise<void> {
	const deadlineMs = performance.now() + PATIENCE_MS;
	while (requests.length < count && performance.now() < deadlineMs) await delay(POLL_MS);
}

/** Waits until all has arrived that was under way when calls were cut off. */
export async function untilQuiet({ requests }: Pick<Simulator, 'requests'>): Promise<void> {
	for (let seen = -1; seen !== requests.length;) {
		seen = requests.length;
		await delay(QUIET_MS);
	}
}

function optionsFor({ requestsPerSecond }: Stop): INodeParameters {
	return { requestsPerSecond, maxRetries: 3, maxRetryWait: 120 };
}
