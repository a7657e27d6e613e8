import { expect } from '@jest/globals';

import type { NodeOutcome } from '../support/nodeRun.mts';
import type { Arrived } from './receivedCalls.mts';
import type { Work } from './operations.mts';
import { readReported, readTally, type Fate } from './reported.mts';

const NONE: Arrived = { calls: 0, effects: 0 };

/** Expects that what a run reports agrees with what reached the service, and leaves nobody out. */
export function expectTruth(
	work: Work,
	{ items, errorItems, error }: NodeOutcome,
	arrived: Map<string, Arrived>,
): void {
	if (work.isSend) expect([...arrived].filter(([, { effects }]) => effects > 1)).toEqual([]);
	if (error !== undefined) {
		expectTrueTally(work, error.description, arrived);
		return;
	}
	const reported = readReported([...items, ...errorItems], work.rows);
	for (const [subject, count] of work.owed) {
		expect([subject, reported.get(subject)?.length]).toEqual([subject, count]);
	}
	const untrue = [...reported].filter(
		([subject, fates]) => !areTrue(fates, arrived.get(subject) ?? NONE),
	);
	expect(untrue).toEqual([]);
	const unasked = [...reported.keys()].filter(
		(subject) => !work.owed.has(subject) && !work.mayFollow.has(subject),
	);
	expect(unasked).toEqual([]);
	const untold = [...arrived.keys()].filter((subject) => !reported.has(subject));
	expect(untold).toEqual([]);
}

function areTrue([fate, ...others]: Fate[], { calls, effects }: Arrived): boolean {
	if (others.some((other) => other !== fate)) return false;
	switch (fate) {
		case 'accepted':
			return effects > 0;
		case 'failed':
			return effects === 0;
		case 'not tried':
		case 'unchanged':
			return calls === 0;
		default:
			return fate === 'uncertain';
	}
}

/** A run that stopped with an error has nothing but counts, or has not got as far as changing. */
function expectTrueTally(work: Work, description: string, arrived: Map<string, Arrived>): void {
	const tally = readTally(description);
	if (tally === undefined) {
		expect(description).toContain('Nothing was changed.');
		expect([...arrived.keys()]).toEqual([]);
		return;
	}
	const countOf = (fate: Fate): number => tally.get(fate) ?? 0;
	const effective = [...arrived.values()].filter(({ effects }) => effects > 0).length;
	const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
	expect([description, total]).toEqual([description, work.called]);
	expect(effective).toBeGreaterThanOrEqual(countOf('accepted'));
	expect(effective).toBeLessThanOrEqual(countOf('accepted') + countOf('uncertain'));
	expect(arrived.size).toBeLessThanOrEqual(work.called - countOf('not tried'));
}
