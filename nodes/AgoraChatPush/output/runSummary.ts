import type { NodeExecutionHint } from 'n8n-workflow';

import type { Explanation } from '../callFailure';
import type { BadItem } from '../reading/readItems';
import type { LongWaits } from '../service/limits/callStatistics';
import type { OutcomeCounts } from './outcomeCounts';
import { durationText, formatCount, quantity } from './wording';

/**
 * A line under the output such as '7,412 users · 75 calls · 3.8 s · 12 refused'.
 *
 * @param countTexts what the run was about, such as '7,412 users'.
 * @param calls HTTP calls made, repeated ones included.
 */
export function runSummary(
	countTexts: string[],
	counts: OutcomeCounts,
	badItems: BadItem[],
	run: { calls: number; elapsedMs: number; isAllSucceeded: boolean },
): NodeExecutionHint {
	const { notAccepted } = counts;
	const parts = [
		...countTexts,
		quantity(run.calls, 'calls'),
		elapsedText(run.elapsedMs),
		...notAccepted.map(([kind, count]) => `${formatCount(count)} ${kind}`),
		...(badItems.length === 0 ? [] : [`${quantity(badItems.length, 'items')} skipped`]),
	];
	return {
		message: parts.join(' · '),
		location: 'outputPane',
		type: run.isAllSucceeded && notAccepted.length + badItems.length === 0 ? 'info' : 'warning',
	};
}

/** Tenths of a second, of a run that is short. */
function elapsedText(elapsedMs: number): string {
	return elapsedMs < 120_000 ? `${(elapsedMs / 1000).toFixed(1)} s` : durationText(elapsedMs);
}

/** What a user has to know although the run went well, each only once. */
export function warningHints(warnings: Explanation[]): NodeExecutionHint[] {
	const texts = new Set(warnings.map(({ message, description }) => `${message}. ${description}`));
	return [...texts].map((message) => ({ message, location: 'outputPane', type: 'warning' }));
}

/** What the run waited for longer than a minute. */
export function waitHints(waits: LongWaits[]): NodeExecutionHint[] {
	return waits.map(({ reason, times, longestMs }) => ({
		message: `${reason}. The node waited ${times === 1 ? 'once' : `${times} times`}, up to ${Math.ceil(longestMs / 1000)} s.`,
		location: 'outputPane',
		type: 'warning',
	}));
}
