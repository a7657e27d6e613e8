import { expect, it } from '@jest/globals';

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
