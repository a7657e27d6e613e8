import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
import type { Job } from '../../nodes/AgoraChatPush/planning/job.ts';
import { MAX_IN_FLIGHT, runJobs } from '../../nodes/AgoraChatPush/runJobs.ts';
import { SETTINGS } from '../support/serviceCall.mts';
import { VirtualClock } from '../support/virtualClock.mts';

interface Work {
	index: number;
	takesMs: number;
	fails: boolean;
}

type WorkJob = Job<Work>;

const anyJobs: fc.Arbitrary<WorkJob[]> = fc
	.array(
		fc.record({
			takesMs: fc.nat(500),
			fails: fc.nat(30).map((number) => number === 0),
			stage: fc.nat(2),
		}),
		{ maxLength: 80, size: 'max' },
	)
	.map((jobs) =>
		jobs.map(({ stage, ...work }, index) => ({
			payload: { index, ...work },
			settings: SETTINGS,
			expected: [],
			stage,
		})),
	);

/** Runs the jobs in virtual time, and looks at how many are under way. */
async function run(jobs: WorkJob[], { stopsAtFailure = false } = {}) {
	const clock = new VirtualClock();
	const stop = new AbortController();
	const started: WorkJob[] = [];
	const startedAfterStop: WorkJob[] = [];
	const inFlight = new Set<WorkJob>();
	let mostInFlight = 0;
	let failures = 0;
	const endings = await clock.pass(
		runJobs(
			jobs,
			async (job) => {
				started.push(job);
				if (stop.signal.aborted) startedAfterStop.push(job);
				inFlight.add(job);
				mostInFlight = Math.max(mostInFlight, inFlight.size);
				const lowestStage = Math.min(...[...inFlight].map(({ stage = 0 }) => stage));
				expect(job.stage ?? 0).toBe(lowestStage);
				await clock.sleep(job.payload.takesMs);
				inFlight.delete(job);
				if (job.payload.fails) throw new CallFailure(FAILURE);
				return job.payload.index;
			},
			{
				stopSignal: stop.signal,
				onFailure: () => {
					failures += 1;
					if (stopsAtFailure) stop.abort();
				},
			},
		),
	);
	return { endings, started, startedAfterStop, mostInFlight, failures };
}

const FAILURE = { message: 'No', description: 'Never.', isUncertain: false };

const RUNS = { seed: 4, numRuns: 50 };

describe('runJobs', () => {
	it('keeps as many calls in flight as it may, and never more', async () => {
		await fc.assert(
			fc.asyncProperty(anyJobs, async (jobs) => {
				const { mostInFlight } = await run(jobs);
				const inStage = [0, 1, 2].map((stage) => jobs.filter((job) => job.stage === stage).length);
				expect(mostInFlight).toBe(Math.min(MAX_IN_FLIGHT, Math.max(...inStage)));
			}),
			RUNS,
		);
	});

	it("says how each job ended, in the plan's order", async () => {
		await fc.assert(
			fc.asyncProperty(anyJobs, async (jobs) => {
				const { endings, started, failures } = await run(jobs);
				expect([...endings.keys()]).toEqual(jobs);
				expect(new Set(started)).toEqual(new Set(jobs));
				const stages = started.map(({ stage = 0 }) => stage);
				expect(stages).toEqual(stages.toSorted((a, b) => a - b));
				expect(failures).toBe(jobs.filter(({ payload }) => payload.fails).length);
				for (const [{ payload }, ending] of endings) {
					expect(ending.state).toBe(payload.fails ? 'failed' : 'succeeded');
					if (ending.state === 'succeeded') expect(ending.value).toBe(payload.index);
				}
			}),
			RUNS,
		);
	});

	it('lets what is under way end after a stop, and starts nothing more', async () => {
		await fc.assert(
			fc.asyncProperty(anyJobs, async (jobs) => {
				const { endings, started, startedAfterStop } = await run(jobs, { stopsAtFailure: true });
				expect(startedAfterStop).toEqual([]);
				const tried = [...endings].filter(([, { state }]) => state !== 'notTried');
				expect(new Set(tried.map(([job]) => job))).toEqual(new Set(started));
			}),
			RUNS,
		);
	});

	it('does not try what needs a job that failed, nor what is blocked', async () => {
		const work = { index: 0, takesMs: 1, fails: true };
		const first: WorkJob = { payload: work, settings: SETTINGS, expected: [] };
		const second: WorkJob = { ...first, stage: 1, needs: first };
		const blocked: WorkJob = { ...first, blockedReason: new CallFailure(FAILURE) };
		const { endings, started } = await run([first, second, blocked]);
		expect([...endings.values()].map(({ state }) => state)).toEqual([
			'failed',
			'notTried',
			'failed',
		]);
		expect(started).toEqual([first]);
	});
});
