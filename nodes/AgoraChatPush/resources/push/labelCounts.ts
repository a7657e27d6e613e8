import { CallFailure } from '../../callFailure';
import { formatCount } from '../../output/wording';
import { WHOLE_CALL, type ItemRequest, type Job } from '../../planning/job';
import { groupBy } from '../../planning/planners';
import type { JobResults } from '../../runJobs';
import type { Service } from '../../service/service';
import { getLabel } from '../label/labelData';

/** How many users a push to labels may reach: no more than its smallest label has. */

interface CountedRequest {
	labels: string[];
	dryRun: boolean;
	maxRecipients: number;
}

/** Whether the audience of a push has to be known: in a dry run, and where one of the others has a limit. */
function countingRule(requests: CountedRequest[]): (request: CountedRequest) => boolean {
	const isLimited = requests.some(({ dryRun, maxRecipients }) => !dryRun && maxRecipients > 0);
	return ({ dryRun }) => dryRun || isLimited;
}

/** Plans to look at each label once, for the pushes whose audience has to be known. */
export function planCounting(requests: Array<ItemRequest<CountedRequest>>): Array<Job<string>> {
	const isCounted = countingRule(requests.map(({ request }) => request));
	const looks = requests
		.filter(({ request }) => isCounted(request))
		.flatMap(({ request, itemIndex, settings }) =>
			request.labels.map((label) => ({ label, itemIndex, settings })),
		);
	return groupBy(looks, ({ label }) => label).map((ofLabel) => {
		const [{ label, settings }] = ofLabel;
		const itemIndexes = ofLabel.map(({ itemIndex }) => itemIndex);
		return {
			payload: label,
			settings,
			expected: [{ subject: WHOLE_CALL, itemIndexes, position: 0 }],
		};
	});
}

/** @throws CallFailure when there is no such label, or its size is not told. */
export async function countMembers(service: Service, label: string): Promise<number> {
	const { count } = await getLabel(service, label);
	if (typeof count === 'number') return count;
	throw new CallFailure({
		message: `The service does not say how many users label '${label}' has`,
		description: "Run the workflow again later, or without 'Dry Run' and 'Max Recipients'.",
		isUncertain: false,
	});
}

/** Adds to each push how many users it reaches at most; blocks one with a label that was not found. */
export function withCounts<Payload extends CountedRequest>(
	jobs: Array<Job<Payload>>,
	counts: JobResults<string, number>,
): Array<Job<Payload & { recipientsAtMost?: number }>> {
	const byLabel = new Map([...counts].map(([{ payload }, result]) => [payload, result]));
	const isCounted = countingRule(jobs.map(({ payload }) => payload));
	return jobs.map((job) => {
		if (!isCounted(job.payload)) return job;
		let recipientsAtMost = Infinity;
		for (const label of job.payload.labels) {
			const result = byLabel.get(label);
			if (result === undefined) return job;
			if (result.state !== 'succeeded') {
				const notSent = result.failure.with({ isUncertain: false });
				return { ...job, blockedReason: job.blockedReason ?? notSent };
			}
			recipientsAtMost = Math.min(recipientsAtMost, result.value);
		}
		return { ...job, payload: { ...job.payload, recipientsAtMost } };
	});
}

/** The push that reaches the most users. */
export function mostRecipients(jobs: Array<Job<{ labels: string[]; recipientsAtMost?: number }>>): {
	count: number;
	text: string;
} {
	const [most] = jobs
		.map(({ payload: { labels, recipientsAtMost: count = 0 } }) => ({ labels, count }))
		.sort((a, b) => b.count - a.count);
	const { labels = [], count = 0 } = most ?? {};
	return { count, text: `A push to ${audienceName({ labels })} may reach ${formatCount(count)}` };
}

export function audienceName({ labels }: { labels: string[] }): string {
	return `the users of ${labels.map((label) => `'${label}'`).join(' and ')}`;
}
