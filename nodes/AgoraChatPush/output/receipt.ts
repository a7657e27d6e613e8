import type { NodeExecutionHint } from 'n8n-workflow';

import type { Job } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { LongWaits } from '../service/limits/callStatistics';
import type { OutcomeCounts } from './outcomeCounts';
import { quantity, formatCount } from './wording';

/**
 * A line under the output such as '7,412 users · 75 calls · 3.8 s · 12 refused'.
 *
 * @param subjects what the run was about, such as '7,412 users'.
 * @param calls HTTP calls made, repeated ones included.
 */
export function receipt(
	subjects: string[],
	counts: OutcomeCounts,
	badRows: BadRow[],
	run: { calls: number; elapsedMs: number; isAllSucceeded: boolean },
): NodeExecutionHint {
	const notAccepted = counts.entries.filter(([kind]) => kind !== 'accepted');
	const parts = [
		...subjects,
		quantity(run.calls, 'calls'),
		`${(run.elapsedMs / 1000).toFixed(1)} s`,
		...notAccepted.map(([kind, count]) => `${formatCount(count)} ${kind}`),
		...(badRows.length === 0 ? [] : [`${quantity(badRows.length, 'items')} not sent`]),
	];
	return {
		message: parts.join(' · '),
		location: 'outputPane',
		type: run.isAllSucceeded && notAccepted.length + badRows.length === 0 ? 'info' : 'warning',
	};
}

/** What a user has to know although the run went well. */
export function warningHints(jobs: Job[]): NodeExecutionHint[] {
	return jobs.flatMap(({ warning }) => {
		if (warning === undefined) return [];
		const message = `${warning.message}. ${warning.description}`;
		return [{ message, location: 'outputPane', type: 'warning' }];
	});
}

/** What the run waited for longer than a minute. */
export function waitHints(waits: LongWaits[]): NodeExecutionHint[] {
	return waits.map(({ reason, times, longestMs }) => ({
		message: `${reason}. The node waited for it ${times === 1 ? 'once' : `${times} times`}, up to ${Math.ceil(longestMs / 1000)} s.`,
		location: 'outputPane',
		type: 'warning',
	}));
}
