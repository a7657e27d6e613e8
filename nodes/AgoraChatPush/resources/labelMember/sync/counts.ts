import { quantity, formatCount } from '../../../output/wording';
import type { Settled } from '../../../runJobs';
import { groupBy, type NonEmpty } from '../../../planning/planners';
import { memberOutcome, NOTHING_CHANGED, type Changed } from '../changeMembers';
import { NOBODY, type SyncCounts, type SyncRequest, type SyncStep } from './request';

type SettledSync = Settled<SyncRequest, string, Changed>;

/** Folds the jobs of each label whose rows want a summary into one outcome; undefined if none do. */
export function summarise(settled: SettledSync[]): SettledSync[] | undefined {
	if (!settled.some(({ job }) => job.request.rules.output === 'summary')) return undefined;
	return byLabel(settled).flatMap((ofLabel) => {
		const { request } = ofLabel[0].job;
		if (request.rules.output !== 'summary') return ofLabel;

		const rows = new Set(ofLabel.flatMap((one) => one.job.claims.flatMap((claim) => claim.rows)));
		const claim = { rows: [...rows].sort((a, b) => a - b), position: 0, subject: NOBODY };
		const untouched = ofLabel.find(isUntouched);
		if (untouched !== undefined) {
			return [{ ...untouched, job: { ...untouched.job, claims: [claim] } }];
		}

		const step: SyncStep = { kind: 'summary', counts: countOf(ofLabel) };
		return [
			{
				job: {
					request: { ...request, step },
					subjects: [],
					claims: [{ ...claim, isUnnamed: true }],
				},
				state: 'answered',
				answer: NOTHING_CHANGED,
			},
		];
	});
}

/** Such as '12 added', '3 removed', '9,985 unchanged', '1 label'. */
export function tellChanges(settled: SettledSync[]): string[] {
	const { added, removed, unchanged } = countOf(settled);
	const isDryRun = settled.length > 0 && settled.every(({ job }) => job.request.rules.dryRun);
	return [
		...(isDryRun ? ['dry run'] : []),
		`${formatCount(added)} added`,
		`${formatCount(removed)} removed`,
		`${formatCount(unchanged)} unchanged`,
		quantity(byLabel(settled).length, 'labels'),
	];
}

/** Whether this is why nothing in the label could be changed. */
function isUntouched({ job, state }: SettledSync): boolean {
	const { kind } = job.request.step;
	return state !== 'answered' && (kind === 'read' || kind === 'create');
}

function countOf(settled: SettledSync[]): SyncCounts {
	const counts: SyncCounts = { added: 0, removed: 0, unchanged: 0, failed: 0, uncertain: 0 };
	for (const one of settled) {
		const { request, subjects } = one.job;
		const { step } = request;
		if (one.state !== 'answered') {
			counts[one.failure.isUncertain ? 'uncertain' : 'failed'] += subjects.length;
			continue;
		}
		if (step.kind === 'keep') counts.unchanged += step.unchanged;
		if (step.kind !== 'add' && step.kind !== 'remove') continue;
		for (const userId of subjects) {
			counts[memberOutcome(userId, step.kind, one.answer).status] += 1;
		}
	}
	return counts;
}

function byLabel(settled: SettledSync[]): Array<NonEmpty<SettledSync>> {
	return groupBy(settled, ({ job }) => job.request.label);
}
