import { asJobFailure, type JobFailure } from './jobFailure';
import type { Job } from './planning/job';
import { CanceledCall } from './service/limits/canceledCall';

/** How a job ended. What was not tried has certainly not taken effect. */
export type Ending<Result = unknown> =
	{ state: 'succeeded'; result: Result } | { state: 'failed' | 'notTried'; failure: JobFailure };

/** How each job of a plan ended, in the plan's order. */
export type Endings<Payload = unknown, Result = unknown> = Map<Job<Payload>, Ending<Result>>;

/** Enough to keep the service's highest rate, 100 calls a second, going when each takes a second. */
export const MAX_IN_FLIGHT = 100;

/**
 * Runs the jobs of a plan, several at a time. A stage begins when all jobs of the stage before have
 * ended.
 *
 * @param options.stopSignal set when no further job may start.
 * @param options.onFailure called for each job that failed.
 */
export async function runJobs<Payload, Result>(
	jobs: Array<Job<Payload>>,
	call: (job: Job<Payload>) => Promise<Result>,
	{ stopSignal, onFailure }: { stopSignal: AbortSignal; onFailure(): void },
): Promise<Endings<Payload, Result>> {
	const stopped: Ending<Result> = { state: 'notTried', failure: new CanceledCall() };
	const endings = new Map<Job<Payload>, Ending<Result>>(jobs.map((job) => [job, stopped]));

	const run = async (job: Job<Payload>): Promise<Ending<Result>> => {
		if (job.blockedBy !== undefined) return endingOf(job.blockedBy);
		const needed = job.needs && endings.get(job.needs);
		if (needed !== undefined && needed.state !== 'succeeded') {
			return { ...needed, state: 'notTried' };
		}
		if (stopSignal.aborted && !job.needsNoCall) return stopped;
		try {
			return { state: 'succeeded', result: await call(job) };
		} catch (error) {
			return endingOf(asJobFailure(error));
		}
	};
	const work = async (queue: Iterable<Job<Payload>>): Promise<void> => {
		for (const job of queue) {
			const ending = await run(job);
			if (ending.state === 'failed') onFailure();
			endings.set(job, ending);
		}
	};

	for (const stage of stagesOf(jobs)) {
		const queue = stage.values();
		await Promise.all(Array.from({ length: MAX_IN_FLIGHT }, async () => await work(queue)));
	}
	return endings;
}

function endingOf(failure: JobFailure): Ending<never> {
	return { state: failure instanceof CanceledCall ? 'notTried' : 'failed', failure };
}

function stagesOf<Payload>(jobs: Array<Job<Payload>>): Array<Array<Job<Payload>>> {
	const stages = [...new Set(jobs.map(({ stage = 0 }) => stage))].sort((a, b) => a - b);
	return stages.map((number) => jobs.filter(({ stage = 0 }) => stage === number));
}
