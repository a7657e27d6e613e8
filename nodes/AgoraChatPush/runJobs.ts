import type { Job } from './planning/job';
import { asJobFailure, type JobFailure } from './jobFailure';
import { CanceledCall } from './service/limits/canceledCall';

/** How a job ended. */
export type Settled<Request, Subject, Answer> = { job: Job<Request, Subject> } & Ending<Answer>;

type Ending<Answer> = { state: 'answered'; answer: Answer } | Unanswered;

/** What was not tried has certainly not taken effect, whatever kept it from being tried. */
type Unanswered =
	{ state: 'failed'; failure: JobFailure } | { state: 'notTried'; failure: JobFailure };

interface CallOptions {
	/** Set when no further job may start. */
	stopSignal: AbortSignal;
	/** Hears of the first job that failed, and of those after it. */
	onFailure(): void;
}

/** Enough to keep the service's highest rate, 100 calls a second, going when each takes a second. */
export const MAX_IN_FLIGHT = 100;

/**
 * Runs the jobs of a plan, several at a time, and says how each of them ended, in the plan's order.
 *
 * A stage of the plan begins when all jobs of the stage before have ended.
 */
export async function callAll<Request, Subject, Answer>(
	jobs: Array<Job<Request, Subject>>,
	call: (job: Job<Request, Subject>) => Promise<Answer>,
	{ stopSignal, onFailure }: CallOptions,
): Promise<Array<Settled<Request, Subject, Answer>>> {
	const endings = new Map<Job<Request, Subject>, Ending<Answer>>();
	const calledOff: Unanswered = { state: 'notTried', failure: new CanceledCall() };

	const end = async (job: Job<Request, Subject>): Promise<Ending<Answer>> => {
		if (job.refusal !== undefined) return unanswered(job.refusal);
		const needed = job.needs === undefined ? undefined : endings.get(job.needs);
		if (needed !== undefined && needed.state !== 'answered')
			return { ...needed, state: 'notTried' };
		if (stopSignal.aborted && !job.needsNoCall) return calledOff;
		try {
			return { state: 'answered', answer: await call(job) };
		} catch (error) {
			return unanswered(asJobFailure(error));
		}
	};
	const work = async (queue: Iterable<Job<Request, Subject>>): Promise<void> => {
		for (const job of queue) {
			const ending = await end(job);
			if (ending.state === 'failed') onFailure();
			endings.set(job, ending);
		}
	};

	for (const stage of stagesOf(jobs)) {
		const queue = stage.values();
		await Promise.all(Array.from({ length: MAX_IN_FLIGHT }, async () => await work(queue)));
	}
	return jobs.map((job) => ({ job, ...(endings.get(job) ?? calledOff) }));
}

function unanswered(failure: JobFailure): Unanswered {
	return { state: failure instanceof CanceledCall ? 'notTried' : 'failed', failure };
}

function stagesOf<Request, Subject>(
	jobs: Array<Job<Request, Subject>>,
): Array<Array<Job<Request, Subject>>> {
	const stages = new Map<number, Array<Job<Request, Subject>>>();
	for (const job of jobs) {
		const stage = stages.get(job.stage ?? 0);
		if (stage === undefined) stages.set(job.stage ?? 0, [job]);
		else stage.push(job);
	}
	return [...stages].sort(([a], [b]) => a - b).map(([, stage]) => stage);
}
