import { quantity, formatCount } from '../../../output/wording';
import { NOBODY } from '../../../planning/job';
import type { Endings } from '../../../runJobs';
import { memberOutcome, type Changed } from '../changeMembers';
import type { SyncJob, SyncPayload } from './syncJob';

/** How many users were changed, or not, in the words of the output. */
interface SyncCounts {
	added: number;
	removed: number;
	unchanged: number;
	failed: number;
	uncertain: number;
}

export type SyncEndings = Endings<SyncPayload, Changed>;

export function countUsers(jobs: Iterable<SyncJob>, endings: SyncEndings): SyncCounts {
	const counts: SyncCounts = { added: 0, removed: 0, unchanged: 0, failed: 0, uncertain: 0 };
	for (const job of jobs) {
		const { step } = job.payload;
		const ending = endings.get(job);
		for (const { subject } of job.expected) {
			if (subject === NOBODY || ending === undefined) continue;
			if (ending.state !== 'succeeded') {
				counts[ending.failure.isUncertain ? 'uncertain' : 'failed'] += 1;
			} else if (step.kind === 'add' || step.kind === 'remove') {
				counts[memberOutcome(subject, step.kind, ending.result).status] += 1;
			}
		}
		if (step.kind === 'keep' && ending?.state === 'succeeded') counts.unchanged += step.unchanged;
	}
	return counts;
}

/** Such as '12 added', '3 removed', '9,985 unchanged', '1 label'. */
export function countTexts(endings: SyncEndings): string[] {
	const jobs = [...endings.keys()];
	const { added, removed, unchanged } = countUsers(jobs, endings);
	const isDryRun = jobs.length > 0 && jobs.every(({ payload }) => payload.rules.dryRun);
	const labels = new Set(jobs.map(({ payload }) => payload.label));
	return [
		...(isDryRun ? ['dry run'] : []),
		`${formatCount(added)} added`,
		`${formatCount(removed)} removed`,
		`${formatCount(unchanged)} unchanged`,
		quantity(labels.size, 'labels'),
	];
}
