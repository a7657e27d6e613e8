import type { Operation, Outcome } from '../operation';
import { WHOLE_CALL } from '../planning/job';
import type { JobResult } from '../runJobs';
import { quantity } from './wording';

type OutcomeKind =
	'accepted' | 'in a dry run' | 'refused' | 'failed' | 'uncertain (answer lost)' | 'not tried';

/** Counts the outcomes of a run, by what became of their subjects. */
export class OutcomeCounts {
	private readonly counts = new Map<OutcomeKind, number>();

	constructor(private readonly unit: Operation['unit']) {}

	/** Where users are counted, an outcome about nobody counts for none. */
	add(subject: string, state: JobResult['state'], outcomes: Outcome[]): void {
		if (this.unit === 'users' && subject === WHOLE_CALL) return;
		const kind = kindOf(state, outcomes);
		this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
	}

	/** In the order in which they first came up. */
	get entries(): Array<[OutcomeKind, number]> {
		return [...this.counts];
	}

	/** The same without those for whom all went well. */
	get notAccepted(): Array<[OutcomeKind, number]> {
		return this.entries.filter(([kind]) => kind !== 'accepted' && kind !== 'in a dry run');
	}

	/** All subjects, such as '7,412 users'. */
	get total(): string {
		const total = this.entries.reduce((sum, [, count]) => sum + count, 0);
		return quantity(total, this.unit);
	}

	/**
	 * A sentence such as 'Of the users: 200 accepted, 100 uncertain (answer lost), 200 not tried.';
	 * none where the failed call was about nobody, such as one that creates a label without members.
	 */
	get tally(): string[] {
		const parts = this.entries.map(([kind, count]) => `${count} ${kind}`);
		return parts.length === 0 ? [] : [`Of the ${this.unit}: ${parts.join(', ')}.`];
	}
}

function kindOf(state: JobResult['state'], outcomes: Outcome[]): OutcomeKind {
	if (state === 'notTried') return 'not tried';
	if (outcomes.every(({ problem }) => problem === undefined)) {
		return outcomes.some(({ json }) => json.dryRun === true) ? 'in a dry run' : 'accepted';
	}
	if (outcomes.some(({ problem }) => problem?.isUncertain)) return 'uncertain (answer lost)';
	return state === 'failed' ? 'failed' : 'refused';
}
