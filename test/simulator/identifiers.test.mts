import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../simulator/cursor.mts';
import { SnowflakeSource, snowflakeTimeMs } from '../../simulator/snowflake.mts';
import { stringifyWire } from '../../simulator/wire.mts';

const rowId = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n });

describe('cursor', () => {
	it('is the published one for its row', () => {
		const published = 'ZWFzZW1vYjpwdXNoOmxhYmVsOmN1cnNvcjo5NTkxNTMwMDM4ODQxMzgwMjc';

		expect(encodeCursor(959153003884138027n)).toBe(published);
		expect(decodeCursor(published)).toBe(959153003884138027n);
	});

	it('comes back as the row it was made from, and needs no encoding in a URL', () => {
		fc.assert(
			fc.property(rowId, (id) => {
				expect(decodeCursor(encodeCursor(id))).toBe(id);
				expect(encodeCursor(id)).toMatch(/^[A-Za-z0-9]+$/);
			}),
		);
	});

	it.each(['x', 'ZWFzZW1vYjpwdXNo', Buffer.from('easemob:push:label:cursor:').toString('base64')])(
		'refuses %s',
		(cursor) => {
			expect(() => decodeCursor(cursor)).toThrow('cursor illegal');
		},
	);
});

describe('snowflake', () => {
	it.each([
		[968120369184112182n, 1_650_859_482_843],
		[833726937301309957n, 1_618_817_591_755],
		[833724991672734897n, 1_618_817_127_903],
		[959153003884138027n, 1_648_721_496_324],
	])('reads the published %s as the time of its answer', (id, publishedMs) => {
		expect(Math.abs(snowflakeTimeMs(id) - publishedMs)).toBeLessThan(40);
	});

	it('rises from id to id whatever the clock does, and never fits a double', () => {
		const clock = fc.array(fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), {
			minLength: 1,
		});
		fc.assert(
			fc.property(clock, (times) => {
				let nowMs = 0;
				const source = new SnowflakeSource(() => nowMs);
				let last = 0n;
				for (nowMs of times) {
					const id = source.next();
					expect(id).toBeGreaterThan(last);
					expect(BigInt(Number(id))).not.toBe(id);
					last = id;
				}
			}),
		);
	});
});

describe('wire text', () => {
	it('is what JSON.stringify writes, for everything that it can write', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const json: Parameters<typeof stringifyWire>[0] = value;
				expect(stringifyWire(json)).toBe(JSON.stringify(value));
			}),
		);
	});

	it('keeps every digit of a large integer', () => {
		fc.assert(
			fc.property(rowId, (id) => {
				expect(stringifyWire({ data: { taskId: id } })).toBe(`{"data":{"taskId":${id}}}`);
			}),
		);
	});
});
