import { describe, expect, it } from '@jest/globals';

import { OutcomeCounts } from '../../nodes/AgoraChatPush/output/outcomeCounts.ts';
import { runSummary } from '../../nodes/AgoraChatPush/output/runSummary.ts';

it.each([
	[0, '0.0 s'],
	[1249, '1.2 s'],
	[119_900, '119.9 s'],
	[120_000, '2 minutes'],
	[7_200_000, '2 hours'],
])('a run of %d ms is told as %s', (elapsedMs, text) => {
	const run = { calls: 2, elapsedMs, isAllSucceeded: true };
	const { message } = runSummary(['2 labels'], new OutcomeCounts('labels'), [], run);
	expect(message).toBe(`2 labels · 2 calls · ${text}`);
});

describe('the line', () => {
	const BAD_ITEM = { itemIndex: 0, message: '', description: '', namesNoUser: false };
	const run = { calls: 1, elapsedMs: 0, isAllSucceeded: true };

	it.each([
		[0, [], true, 'info', ''],
		[0, [], false, 'warning', ''],
		[1, [], true, 'warning', ' · 1 not tried'],
		[0, [BAD_ITEM], true, 'warning', ' · 1 item skipped'],
		[1, [BAD_ITEM], true, 'warning', ' · 1 not tried · 1 item skipped'],
	] as const)(
		'with %d not tried and the skipped items %j',
		(notTried, badItems, isAllSucceeded, type, end) => {
			const counts = new OutcomeCounts('labels');
			counts.add('vip', 'succeeded', []);
			for (let count = 0; count < notTried; count++) counts.add('oslo', 'notTried', []);
			expect(runSummary([], counts, [...badItems], { ...run, isAllSucceeded })).toEqual({
				message: `1 call · 0.0 s${end}`,
				location: 'outputPane',
				type,
			});
		},
	);
});
