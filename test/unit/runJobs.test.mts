import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { callAll, MAX_IN_FLIGHT } from '../../nodes/AgoraChatPush/runJobs.ts';
import { JobFailure } from '../../nodes/AgoraChatPush/jobFailure.ts';
import type { Job } from '../../nodes/AgoraChatPush/planning/job.ts';
import { VirtualClock } from '../support/virtualClock.mts';

interface Work {
	index: number;
	takesMs: number;
	fails: boolean;
}

type WorkJob = Job<Work, undefined>;

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
			request: { index, ...work },
			subjects: [],
			claims: [],
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
	const settled = await clock.pass(
		callAll<Work, undefined, number>(
			jobs,
			async (job) => {
				started.push(job);
				if (stop.signal.aborted) startedAfterStop.push(job);
				inFlight.add(job);
				mostInFlight = Math.max(mostInFlight, inFlight.size);
				const lowestStage = Math.min(...[...inFlight].map(({ stage = 0 }) => stage));
				expect(job.stage ?? 0).toBe(lowestStage);
				await clock.sleep(job.request.takesMs);
				inFlight.delete(job);
				if (job.request.fails) throw new JobFailure(FAILURE);
				return job.request.index;
			},
			{
				stopSignal: stop.signal,
				onFailure: () => {
					if (stopsAtFailure) stop.abort();
				},
			},
		),
	);
	return { settled, started, startedAfterStop, mostInFlight };
}

const FAILURE = { message: 'No', description: 'Never.', isUncertain: false };

const RUNS = { seed: 4, numRuns: 50 };

describe('callAll', () => {
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
				const { settled, started } = await run(jobs);
				expect(settled.map(({ job }) => job)).toEqual(jobs);
				expect(new Set(started)).toEqual(new Set(jobs));
				for (const one of settled) {
					const { index, fails } = one.job.request;
					expect(one.state).toBe(fails ? 'failed' : 'answered');
					if (one.state === 'answered') expect(one.answer).toBe(index);
				}
			}),
			RUNS,
		);
	});

	it('lets what is under way end after a stop, and starts nothing more', async () => {
		await fc.assert(
			fc.asyncProperty(anyJobs, async (jobs) => {
				const { settled, started, startedAfterStop } = await run(jobs, { stopsAtFailure: true });
				expect(startedAfterStop).toEqual([]);
				const tried = settled.filter(({ state }) => state !== 'notTried').map(({ job }) => job);
				expect(new Set(tried)).toEqual(new Set(started));
			}),
			RUNS,
		);
	});

	it('does not try what needs a job that failed, nor what is refused', async () => {
		const work = { index: 0, takesMs: 1, fails: true };
		const first: WorkJob = { request: work, subjects: [], claims: [] };
		const second: WorkJob = { ...first, stage: 1, needs: first };
		const refused: WorkJob = { ...first, refusal: new JobFailure(FAILURE) };
		const { settled, started } = await run([first, second, refused]);
		expect(settled.map(({ state }) => state)).toEqual(['failed', 'notTried', 'failed']);
		expect(started).toEqual([first]);
	});
});
