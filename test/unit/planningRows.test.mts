import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Job, RowRequest } from '../../nodes/AgoraChatPush/planning/job.ts';
import { planEach, planOnce, planShared } from '../../nodes/AgoraChatPush/planning/planners.ts';

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
				const owed = plan(rows).flatMap(claimedRows);
				expect(owed.sort((a, b) => a - b)).toEqual(rows.map(({ row }) => row));
			}),
		);
	});

	it('answers each row with the request that it made, about one subject', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const requestByRow = new Map(rows.map(({ row, request }) => [row, request]));
				for (const job of plan(rows)) {
					expect(job.subjects).toEqual([undefined]);
					for (const row of claimedRows(job)) {
						expect(job.request).toEqual(requestByRow.get(row));
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
	it('makes one job for equal requests, in the order in which they come', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const distinct = [...new Set(rows.map(({ request }) => written(request)))];
				expect(plan(rows).map(({ request }) => written(request))).toEqual(distinct);
			}),
		);
	});
});

const TWICE = [
	{ row: 3, request: { title: 'A', labels: [] } },
	{ row: 8, request: { labels: [], title: 'A' } },
];

describe('outcomes of equal requests', () => {
	it('is one that the rows share with planOnce', () => {
		expect(rowsOfClaims(planOnce(TWICE))).toEqual([[[3, 8]]]);
	});

	it('is one for each row with planShared', () => {
		expect(rowsOfClaims(planShared(TWICE))).toEqual([[[3], [8]]]);
	});

	it('comes from a job of its own for each row with planEach', () => {
		expect(rowsOfClaims(planEach(TWICE))).toEqual([[[3]], [[8]]]);
	});
});

function rowsOfClaims(jobs: Job<Request, undefined>[]): number[][][] {
	return jobs.map(({ claims }) => claims.map(({ rows }) => rows));
}

function claimedRows({ claims }: Job<Request, undefined>): number[] {
	return claims.flatMap(({ rows }) => rows);
}

function written({ title, labels }: Request): string {
	return `${title}: ${labels.join(' ')}`;
}
