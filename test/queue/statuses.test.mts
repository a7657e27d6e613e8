import { expect, it } from '@jest/globals';

import { statusRows } from '../../tools/queue/scenarios/statuses.mts';

it('puts executions together that went the same way, with the times of their last change', () => {
	expect(
		statusRows([
			{ id: '7', status: 'running', afterMs: 10 },
			{ id: '8', status: 'running', afterMs: 20 },
			{ id: '9', status: 'success', afterMs: 30 },
			{ id: '8', status: 'error', afterMs: 94_400 },
			{ id: '7', status: 'error', afterMs: 98_600 },
		]),
	).toEqual([
		{ 'status over time': 'running → error', executions: 2, 'last change after': '94–99 s' },
		{ 'status over time': 'success', executions: 1, 'last change after': '0 s' },
	]);
});
