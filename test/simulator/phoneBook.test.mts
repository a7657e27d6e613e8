import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../simulator/index.mts';
import { PhoneBook } from '../../simulator/page/phoneBook.mts';
import { MESSAGE } from './setup.mts';

function delivery(fields: Partial<Delivery> = {}): Delivery {
	const basic = { userId: 'anna', reached: true, provider: 'fcm', strategy: 2, at: 0 } as const;
	return { ...basic, message: MESSAGE, ...fields };
}

function bookOf(...deliveries: readonly Partial<Delivery>[]): PhoneBook {
	const book = new PhoneBook();
	for (const fields of deliveries) book.record(delivery(fields));
	return book;
}

/** The only phone of a book. */
function phoneAfter(...messages: readonly Delivery['message'][]) {
	return bookOf(...messages.map((message) => ({ message }))).search([], 1).shown[0];
}

describe('the badge', () => {
	it.each([
		[[{ config: { badge: { addNum: 2 } } }, { config: { badge: { addNum: 3 } } }], 5],
		[[{ config: { badge: { addNum: 2 } } }, { config: { badge: { setNum: 1 } } }], 1],
		[[{ config: { badge: { addNum: 2 } } }, { config: { badge: { setNum: 0, addNum: 1 } } }], 1],
		[[{ badge: 7 }, {}], 7],
		[[{ config: { badge: { addNum: 2 } }, badge: { setNum: 9 } }], 9],
		[[{ config: { badge: { addNum: -5 } } }], 0],
		[[{ config: { badge: 'many' } }], 0],
	])('after %j is %d', (messages, badge) => {
		expect(phoneAfter(...messages)?.badge).toBe(badge);
	});
});

describe('notifications', () => {
	it.each([
		[{ id: 5 }, { id: 5 }, 1],
		[{ collapseId: 'order' }, { collapseId: 'order' }, 1],
		[{ notification: { tag: 'order' } }, { notification: { tag: 'order' } }, 1],
		[{ id: 5 }, { id: 6 }, 2],
		[{}, {}, 2],
	])('%j and %j make %#', (first, second, left) => {
		expect(phoneAfter(first, second)?.notifications).toHaveLength(left);
	});

	it.each([
		[{ needNotification: false }, true],
		[{ pushType: 'background' }, true],
		[{}, false],
	])('%j is silent: %p', (message, silent) => {
		expect(phoneAfter(message)?.notifications[0]?.silent).toBe(silent);
	});

	it("take FCM's own words", () => {
		const notification = { title: 'Own title', body: 'Own text' };

		expect(phoneAfter({ ...MESSAGE, notification })?.notifications[0]).toMatchObject({
			title: 'Own title',
			text: 'Own text',
		});
	});

	it('are counted beyond those that are kept', () => {
		const phone = phoneAfter(...Array.from({ length: 9 }, () => MESSAGE));

		expect(phone?.received).toBe(9);
		expect(phone?.notifications.map(({ serial }) => serial)).toEqual([9, 8, 7]);
	});
});

describe('searching', () => {
	const book = bookOf(
		{ userId: 'anna' },
		{ userId: 'Ann' },
		{ userId: 'joann', provider: 'apns' },
		{ userId: 'ben' },
		{ userId: 'lost', reached: false, reason: 'no push binding' },
	);
	const search = (...words: string[]) => book.search(words, 2).shown.map(({ userId }) => userId);

	it('gives the newest without words, and exact matches first with them', () => {
		expect(search()).toEqual(['ben', 'joann']);
		expect(search('ann')).toEqual(['Ann', 'joann']);
		expect(search('lost')).toEqual([]);
		expect(book.search(['ann', 'ben'], 2).matching).toBe(4);
	});

	it('counts what did not arrive apart', () => {
		expect(book.size).toBe(4);
		expect(book.missed).toMatchObject([{ userId: 'lost' }]);
		book.clear();
		expect([book.size, book.missedCount]).toEqual([0, 0]);
	});
});
