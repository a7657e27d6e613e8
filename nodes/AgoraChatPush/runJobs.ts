import { asCallFailure, type CallFailure } from './callFailure';
import type { Job } from './planning/job';
import { CanceledCall } from './service/limits/canceledCall';

/** How a job ended. What was not tried has certainly not taken effect. */
export type JobResult<Result = unknown> =
	{ state: 'succeeded'; value: Result } | { state: 'failed' | 'notTried'; failure: CallFailure };

/** How each job of a plan ended, in the plan's order. */
export type JobResults<Payload = unknown, Result = unknown> = Map<Job<Payload>, JobResult<Result>>;

/** Enough to keep the service's highest rate, 100 calls a second, going when each takes a second. */
export const MAX_IN_FLIGHT = 100;

/**
 * Runs the jobs of a plan, several at a time. A stage begins when all jobs of the stage before have
 * ended.
 *
 * @param options.stopSignal aborted when no further job may start.
 * @param options.onFailure called for each job that failed.
 */
export async function runJobs<Payload, Result>(
	jobs: Array<Job<Payload>>,
	call: (job: Job<Payload>) => Promise<Result>,
	{ stopSignal, onFailure }: { stopSignal: AbortSignal; onFailure(): void },
): Promise<JobResults<Payload, Result>> {
	const stopped: JobResult<Result> = { state: 'notTried', failure: new CanceledCall() };
	const results = new Map<Job<Payload>, JobResult<Result>>(jobs.map((job) => [job, stopped]));

	const run = async (job: Job<Payload>): Promise<JobResult<Result>> => {
		if (job.blockedReason !== undefined) return failedWith(job.blockedReason);
		const needed = job.needs && results.get(job.needs);
		if (needed !== undefined && needed.state !== 'succeeded') {
			const { failure } = needed;
			return {
				state: 'notTried',
				failure: failure.isUncertain ? failure.with({ isUncertain: false }) : failure,
			};
		}
		if (stopSignal.aborted && !job.isAlreadyKnown) return stopped;
		try {
			return { state: 'succeeded', value: await call(job) };
		} catch (error) {
			return failedWith(asCallFailure(error));
		}
	};
	const work = async (queue: Iterable<Job<Payload>>): Promise<void> => {
		for (const job of queue) {
			const result = await run(job);
			if (result.state === 'failed') onFailure();
			results.set(job, result);
		}
	};

	for (const stage of stagesOf(jobs)) {
		const queue = stage.values();
		await Promise.all(Array.from({ length: MAX_IN_FLIGHT }, async () => await work(queue)));
	}
	return results;
}

function failedWith(failure: CallFailure): JobResult<never> {
	return { state: failure instanceof CanceledCall ? 'notTried' : 'failed', failure };
}

function stagesOf<Payload>(jobs: Array<Job<Payload>>): Array<Array<Job<Payload>>> {
	const stages = [...new Set(jobs.map(({ stage = 0 }) => stage))].sort((a, b) => a - b);
	return stages.map((number) => jobs.filter(({ stage = 0 }) => stage === number));
}
