import { expect } from '@jest/globals';

import type { NodeOutcome } from '../support/nodeRun.mts';
import type { Work } from './operations.mts';
import type { ReceivedCalls } from './receivedCalls.mts';
import { readReported, readTally, type OutcomeKind } from './reported.mts';

const NONE: ReceivedCalls = { calls: 0, effects: 0 };

/** Expects that what a run reports agrees with what reached the service, and leaves nobody out. */
export function expectTruth(
	work: Work,
	{ items, errorItems, error }: NodeOutcome,
	received: Map<string, ReceivedCalls>,
): void {
	if (work.isSend) expect([...received].filter(([, { effects }]) => effects > 1)).toEqual([]);
	if (error !== undefined) {
		expectTrueTally(work, error.description, received);
		return;
	}
	const reported = readReported([...items, ...errorItems], work.rows);
	for (const [subject, count] of work.owed) {
		expect([subject, reported.get(subject)?.length]).toEqual([subject, count]);
	}
	const untrue = [...reported].filter(
		([subject, outcomes]) => !areTrue(outcomes, received.get(subject) ?? NONE),
	);
	expect(untrue).toEqual([]);
	const unasked = [...reported.keys()].filter(
		(subject) => !work.owed.has(subject) && !work.mayFollow.has(subject),
	);
	expect(unasked).toEqual([]);
	const untold = [...received.keys()].filter((subject) => !reported.has(subject));
	expect(untold).toEqual([]);
}

function areTrue([outcome, ...others]: OutcomeKind[], { calls, effects }: ReceivedCalls): boolean {
	if (others.some((other) => other !== outcome)) return false;
	switch (outcome) {
		case 'accepted':
			return effects > 0;
		case 'failed':
			return effects === 0;
		case 'not tried':
		case 'unchanged':
			return calls === 0;
		default:
			return outcome === 'uncertain';
	}
}

/** A run that stopped with an error has nothing but counts, or has not got as far as changing. */
function expectTrueTally(
	work: Work,
	description: string,
	received: Map<string, ReceivedCalls>,
): void {
	const tally = readTally(description);
	if (tally === undefined) {
		expect(description).toContain('Nothing was changed.');
		expect([...received.keys()]).toEqual([]);
		return;
	}
	const countOf = (outcome: OutcomeKind): number => tally.get(outcome) ?? 0;
	const effective = [...received.values()].filter(({ effects }) => effects > 0).length;
	const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
	expect([description, total]).toEqual([description, work.called]);
	expect(effective).toBeGreaterThanOrEqual(countOf('accepted'));
	expect(effective).toBeLessThanOrEqual(countOf('accepted') + countOf('uncertain'));
	expect(received.size).toBeLessThanOrEqual(work.called - countOf('not tried'));
}
