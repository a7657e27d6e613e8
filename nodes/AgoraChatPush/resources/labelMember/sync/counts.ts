import type { Explanation } from '../../../callFailure';
import { quantity, formatCount } from '../../../output/wording';
import { WHOLE_CALL } from '../../../planning/job';
import type { JobResult, JobResults } from '../../../runJobs';
import { userChange, type ChangeResponse } from '../changeMembers';
import type { SyncJob, SyncPayload } from './syncJob';

/** How many users were changed, or not, in the words of the output. */
interface SyncCounts {
	added: number;
	removed: number;
	unchanged: number;
	failed: number;
	uncertain: number;
}

export type SyncResults = JobResults<SyncPayload, ChangeResponse>;

export function countUsers(jobs: Iterable<SyncJob>, results: SyncResults): SyncCounts {
	const counts: SyncCounts = { added: 0, removed: 0, unchanged: 0, failed: 0, uncertain: 0 };
	for (const job of jobs) {
		const { step } = job.payload;
		const result = results.get(job);
		for (const { subject } of job.expected) {
			if (subject === WHOLE_CALL || result === undefined) continue;
			if (result.state !== 'succeeded') {
				counts[result.failure.isUncertain ? 'uncertain' : 'failed'] += 1;
			} else if (step.kind === 'add' || step.kind === 'remove') {
				counts[userChange(subject, step.kind, result.value).status] += 1;
			}
		}
		if (step.kind === 'keep' && result?.state === 'succeeded') counts.unchanged += step.unchanged;
	}
	return counts;
}

/** Why a user of the jobs was not changed, for a summary, which has no outcome of each user. */
export function firstProblem(
	label: string,
	jobs: Iterable<SyncJob>,
	results: SyncResults,
): Explanation | undefined {
	for (const job of jobs) {
		const { message, description } = problemOf(job, results.get(job)) ?? {};
		if (message !== undefined && description !== undefined) {
			return { message: `Label '${label}': ${message}`, description };
		}
	}
	return undefined;
}

function problemOf(
	{ payload: { step }, expected }: SyncJob,
	result: JobResult<ChangeResponse> | undefined,
): Explanation | undefined {
	if (result === undefined || result.state !== 'succeeded') return result?.failure;
	if (step.kind !== 'add' && step.kind !== 'remove') return undefined;
	const { kind } = step;
	return expected
		.map(({ subject }) => userChange(subject, kind, result.value).notDone?.problem)
		.find((problem) => problem !== undefined);
}

/** Such as '12 added', '3 removed', '9,985 unchanged', '1 label'; 'would add 12' for labels in a dry run. */
export function countTexts(results: SyncResults): string[] {
	const jobs = [...results.keys()];
	const planned = jobs.filter(({ payload }) => payload.rules.dryRun);
	const changing = jobs.filter(({ payload }) => !payload.rules.dryRun);
	const isDryRun = planned.length > 0 && changing.length === 0;
	const { added, removed } = countUsers(changing, results);
	const { unchanged } = countUsers(jobs, results);
	return [
		...(isDryRun
			? ['dry run, nothing changed']
			: [`${formatCount(added)} added`, `${formatCount(removed)} removed`]),
		...plannedTexts(planned, results, isDryRun),
		`${formatCount(unchanged)} unchanged`,
		quantity(countLabels(jobs), 'labels'),
	];
}

function plannedTexts(planned: SyncJob[], results: SyncResults, isDryRun: boolean): string[] {
	if (planned.length === 0) return [];
	const { added, removed } = countUsers(planned, results);
	return [
		...(isDryRun ? [] : [`dry run of ${quantity(countLabels(planned), 'labels')}`]),
		`would add ${formatCount(added)}`,
		`would remove ${formatCount(removed)}`,
	];
}

function countLabels(jobs: SyncJob[]): number {
	return new Set(jobs.map(({ payload }) => payload.label)).size;
}
