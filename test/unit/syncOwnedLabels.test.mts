import { describe, expect, it } from '@jest/globals';

import { jobsOf, labelOf, planSync, syncRow, usersFrom } from '../support/syncPlans.mts';

describe('a label that the input owns and no row names', () => {
	const labels = {
		'crm-vip': labelOf(['anna']),
		'crm-VIP': labelOf(['dora']),
		'crm-oslo': labelOf(['carla']),
		news: labelOf(['ben']),
	};

	it('is emptied, but not where case alone tells it from one that is named', () => {
		const rows = [syncRow(0, ['anna'], { labels: ['crm-vip'], owned: ['crm-*'] })];
		const removals = planSync({ rows, labels }).filter(
			({ payload }) => payload.step.kind === 'remove',
		);
		expect(
			removals.map(({ payload, blockedReason }) => [payload.label, blockedReason?.message]),
		).toEqual([
			[
				'crm-VIP',
				expect.stringMatching(
					/^Nobody was removed, because label 'crm-VIP' is also written 'crm-vip'/,
				),
			],
			['crm-oslo', undefined],
		]);
	});

	it('is emptied in an app that may have more labels than others', () => {
		const many = Object.fromEntries(usersFrom(0, 101).map((name) => [name, labelOf([])]));
		const rows = [syncRow(0, ['anna'], { labels: ['crm-vip'], owned: ['crm-*'] })];
		const jobs = planSync({ rows, labels: { ...many, ...labels } });
		expect(jobsOf(jobs, 'crm-oslo', 'remove')).toHaveLength(1);
	});

	it('is emptied in the way of the first row that owns it', () => {
		const rows = [
			syncRow(0, ['anna'], { labels: ['news'] }),
			syncRow(1, ['anna'], { labels: ['crm-vip'], owned: ['crm-*'] }),
		];
		const emptied = jobsOf(planSync({ rows, labels }), 'crm-oslo');
		expect(emptied).toHaveLength(1);
		expect(emptied[0]?.blockedReason?.message).toMatch(
			/^No item names label 'crm-oslo', and item 1 has other/,
		);
	});
});
