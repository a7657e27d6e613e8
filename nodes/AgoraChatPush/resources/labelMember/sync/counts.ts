import { quantity, formatCount } from '../../../output/wording';
import { WHOLE_CALL } from '../../../planning/job';
import type { JobResults } from '../../../runJobs';
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

/** Such as '12 added', '3 removed', '9,985 unchanged', '1 label'; 'would add 12' in a dry run. */
export function countTexts(results: SyncResults): string[] {
	const jobs = [...results.keys()];
	const { added, removed, unchanged } = countUsers(jobs, results);
	const isDryRun = jobs.length > 0 && jobs.every(({ payload }) => payload.rules.dryRun);
	const labels = new Set(jobs.map(({ payload }) => payload.label));
	return [
		...(isDryRun
			? [
					'dry run, nothing changed',
					`would add ${formatCount(added)}`,
					`would remove ${formatCount(removed)}`,
				]
			: [`${formatCount(added)} added`, `${formatCount(removed)} removed`]),
		`${formatCount(unchanged)} unchanged`,
		quantity(labels.size, 'labels'),
	];
}
