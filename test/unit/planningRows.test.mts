import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { NOBODY, type Job, type RowRequest } from '../../nodes/AgoraChatPush/planning/job.ts';
import { planEach, planOnce, planShared } from '../../nodes/AgoraChatPush/planning/planners.ts';
import { SETTINGS } from '../support/serviceCall.mts';

interface Request {
	title: string;
	labels: string[];
}

const anyRows: fc.Arbitrary<RowRequest<Request>[]> = fc
	.array(
		fc.record({
			title: fc.constantFrom('A', 'B'),
			labels: fc.constantFrom<string[][]>(['x'], ['x', 'y']),
			titleFirst: fc.boolean(),
		}),
		{ maxLength: 12 },
	)
	.map((drawn) =>
		drawn.map(({ title, labels, titleFirst }, index) => ({
			row: index * 2 + 1,
			request: titleFirst ? { title, labels } : { labels, title },
			settings: SETTINGS,
		})),
	);

describe.each([
	['planOnce', planOnce],
	['planShared', planShared],
	['planEach', planEach],
])('%s', (_name, plan) => {
	it('owes an outcome to every row exactly once', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const owed = plan(rows).flatMap(rowsOf);
				expect(owed.sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
			}),
		);
	});

	it('answers each row with the request that it made, about nobody', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const requestByRow = new Map(rows.map(({ row, request }) => [row, request]));
				for (const job of plan(rows)) {
					expect(job.expected.map(({ subject }) => subject)).toEqual([NOBODY]);
					for (const row of rowsOf(job)) {
						expect(job.payload).toEqual(requestByRow.get(row));
					}
				}
			}),
		);
	});
});

describe.each([
	['planOnce', planOnce],
	['planShared', planShared],
])('%s', (_name, plan) => {
	it('makes one job for each way in which an equal request is to be made', () => {
		const patient = { ...SETTINGS, maxRetries: 9 };
		const rows = TWICE.flatMap((one) => [one, { ...one, settings: patient }]);
		expect(plan(rows).map(({ settings }) => settings)).toEqual([SETTINGS, patient]);
	});

	it('makes one job for equal requests, in the order in which they come', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const distinct = [...new Set(rows.map(({ request }) => written(request)))];
				expect(plan(rows).map(({ payload }) => written(payload))).toEqual(distinct);
			}),
		);
	});
});

const TWICE = [
	{ row: 3, request: { title: 'A', labels: [] }, settings: SETTINGS },
	{ row: 8, request: { labels: [], title: 'A' }, settings: SETTINGS },
];

describe('the output of equal requests', () => {
	it('is one item that the rows share with planOnce', () => {
		expect(rowsOfPlaces(planOnce(TWICE))).toEqual([[[3, 8]]]);
	});

	it('is one for each row with planShared', () => {
		expect(rowsOfPlaces(planShared(TWICE))).toEqual([[[3], [8]]]);
	});

	it('comes from a job of its own for each row with planEach', () => {
		expect(rowsOfPlaces(planEach(TWICE))).toEqual([[[3]], [[8]]]);
	});
});

function rowsOfPlaces(jobs: Job[]): number[][][] {
	return jobs.map(({ expected }) =>
		expected.flatMap((one) => [one, ...(one.morePlaces ?? [])].map(({ rows }) => rows)),
	);
}

function rowsOf(job: Job): number[] {
	return rowsOfPlaces([job]).flat(2);
}

function written({ title, labels }: Request): string {
	return `${title}: ${labels.join(' ')}`;
}
