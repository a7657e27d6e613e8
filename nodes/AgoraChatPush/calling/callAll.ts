import type { Job } from '../planning/job';
import { asServiceFailure, type ServiceFailure } from './serviceFailure';

/** How a job ended. */
export type Settled<Request, Subject, Answer> = { job: Job<Request, Subject> } & (
	| { state: 'answered'; answer: Answer }
	| { state: 'failed'; failure: ServiceFailure }
	| { state: 'notTried' }
);

interface CallOptions {
	/** Starts no further job once one has failed. */
	stopAtFailure: boolean;
	/** Set when the user stops the execution. */
	signal?: AbortSignal;
}

/** Runs the jobs of a plan in order and says how each of them ended. */
export async function callAll<Request, Subject, Answer>(
	jobs: Array<Job<Request, Subject>>,
	call: (job: Job<Request, Subject>) => Promise<Answer>,
	{ stopAtFailure, signal }: CallOptions,
): Promise<Array<Settled<Request, Subject, Answer>>> {
	const settled: Array<Settled<Request, Subject, Answer>> = [];
	let hasFailed = false;
	for (const job of jobs) {
		if (signal?.aborted === true || (hasFailed && stopAtFailure)) {
			settled.push({ job, state: 'notTried' });
			continue;
		}
		try {
			settled.push({ job, state: 'answered', answer: await call(job) });
		} catch (error) {
			hasFailed = true;
			settled.push({ job, state: 'failed', failure: asServiceFailure(error) });
		}
	}
	return settled;
}
