import type { NodeExecutionHint } from 'n8n-workflow';

import type { Settled } from '../calling/callAll';
import type { LongWaits } from '../calling/journal';
import type { BadRow } from '../reading/readRows';
import type { OperationParts } from '../resources/operation';
import { countFates } from './fates';
import { counted, grouped } from './wording';

/**
 * A line under the output such as '7,412 users · 75 calls · 3.8 s · 12 refused'.
 *
 * @param calls HTTP calls made, repeated ones included.
 */
export function receipt<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Array<Settled<Request, Subject, Answer>>,
	badRows: BadRow[],
	{ calls, elapsedMs }: { calls: number; elapsedMs: number },
): NodeExecutionHint {
	const fates = countFates(operation, settled);
	const total = [...fates.values()].reduce((sum, count) => sum + count, 0);
	const unhappy = [...fates].filter(([fate]) => fate !== 'accepted');
	const parts = [
		...(operation.count?.(settled) ?? [counted(total, operation.unit)]),
		counted(calls, 'calls'),
		`${(elapsedMs / 1000).toFixed(1)} s`,
		...unhappy.map(([fate, count]) => `${grouped(count)} ${fate}`),
		...(badRows.length === 0 ? [] : [`${counted(badRows.length, 'rows')} not sent`]),
	];
	return {
		message: parts.join(' · '),
		location: 'outputPane',
		type: unhappy.length + badRows.length === 0 ? 'info' : 'warning',
	};
}

/** What the run waited for longer than a minute. */
export function waitHints(waits: LongWaits[]): NodeExecutionHint[] {
	return waits.map(({ reason, times, longestMs }) => ({
		message: `${reason}. The node waited for it ${times === 1 ? 'once' : `${times} times`}, up to ${Math.ceil(longestMs / 1000)} s.`,
		location: 'outputPane',
		type: 'warning',
	}));
}
