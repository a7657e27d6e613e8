import type { Settled } from '../runJobs';
import type { Claim } from '../planning/job';
import type { Outcome } from '../operation';
import { quantity } from './wording';

type Fate = 'accepted' | 'refused' | 'failed' | 'uncertain (answer lost)' | 'not tried';

/** Counts how many subjects fared how. */
export class Fates {
	private readonly counts = new Map<Fate, number>();

	/** Counts what became of a claim. A job without subjects is about nobody. */
	count<Request, Subject, Answer>(
		settled: Settled<Request, Subject, Answer>,
		{ isRepeated = false }: Claim<Subject>,
		outcomes: Outcome[],
	): void {
		if (isRepeated || settled.job.subjects.length === 0) return;
		const fate = fateOf(settled, outcomes);
		this.counts.set(fate, (this.counts.get(fate) ?? 0) + 1);
	}

	/** In the order in which they first came up. */
	get entries(): Array<[Fate, number]> {
		return [...this.counts];
	}

	/** All subjects, such as '7,412 users'. */
	total(unit: string): string {
		const total = this.entries.reduce((sum, [, count]) => sum + count, 0);
		return quantity(total, unit);
	}
}

function fateOf<Request, Subject, Answer>(
	settled: Settled<Request, Subject, Answer>,
	outcomes: Outcome[],
): Fate {
	if (settled.state === 'notTried') return 'not tried';
	if (settled.state === 'failed') return uncertainOr('failed', settled.failure.isUncertain);
	let fate: Fate = 'accepted';
	for (const { problem } of outcomes) {
		if (problem !== undefined) fate = uncertainOr('refused', problem.isUncertain);
	}
	return fate;
}

function uncertainOr(fate: Fate, isUncertain: boolean): Fate {
	return isUncertain ? 'uncertain (answer lost)' : fate;
}
