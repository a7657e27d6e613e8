import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { checkMessage } from '../../nodes/AgoraChatPush/message/checkMessage.ts';
import { errorOf } from '../support/userError.mts';

const EMOJI = '\u{1f600}';
const NOW_MS = Date.UTC(2030, 0, 1);
const MESSAGE = { title: 'Hello', content: 'World' };

const check = (message: IDataObject) => {
	checkMessage(
		message,
		{ nameOf: (path) => `<${path}>`, nameOfChoice: (_path, value) => `[${value}]` },
		NOW_MS,
	);
};
const refusal = (message: IDataObject) =>
	errorOf(() => {
		check({ ...MESSAGE, ...message });
	});

function pairs(count: number): IDataObject {
	return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));
}

/** An object whose keys and values are that many characters. */
function extOfLength(length: number): IDataObject {
	return { a: EMOJI.repeat(length - 'a'.length) };
}

describe('checkMessage', () => {
	it.each([
		['title', 32],
		['subTitle', 10],
		['content', 100],
	])('takes a %s of %d characters, however many bytes they are', (field, limit) => {
		expect(() => {
			check({ ...MESSAGE, [field]: EMOJI.repeat(limit) });
		}).not.toThrow();
	});

	it.each([
		['title', 32],
		['subTitle', 10],
		['content', 100],
	])('refuses a %s of more than %d characters', (field, limit) => {
		const { message, description } = refusal({ [field]: EMOJI.repeat(limit + 1) });
		expect(message).toContain(`<${field}> has ${limit + 1} characters`);
		expect(message).toContain(`at most ${limit} `);
		expect(description).toContain("'Shorten Long Texts'");
		expect(description).toContain('…');
	});

	it.each([12, null, ['text'], { text: 1 }])('refuses a title that is %j', (title) => {
		expect(refusal({ title }).message).toBe('<title> is not text');
	});

	it('takes an extension of 10 pairs, and one of 1024 characters', () => {
		expect(() => {
			check({ ...MESSAGE, ext: pairs(10) });
			check({ ...MESSAGE, ext: extOfLength(1024) });
		}).not.toThrow();
	});

	it('refuses an extension of 11 pairs', () => {
		const { message, description } = refusal({ ext: pairs(11) });
		expect(message).toMatch(/^<ext> has 11 pairs.* 10 /);
		expect(description).toContain('Send less');
	});

	it('refuses an extension of 1025 characters', () => {
		expect(refusal({ ext: extOfLength(1025) }).message).toMatch(
			/^<ext> has 1025 characters.* 1024 /,
		);
	});

	it.each(['text', ['a'], 12, null])('refuses an extension that is %j', (ext) => {
		const { message, description } = refusal({ ext });
		expect(message).toBe('<ext> is not an object');
		expect(description).toContain('{"name": "value"}');
	});
});

describe('checkMessage, where a field of the Agora channel needs another', () => {
	it.each<[IDataObject, string, string]>([
		[{ style: 1 }, 'agora.style', 'agora.bigTxt'],
		[{ style: 1, bigTxt: '' }, 'agora.style', 'agora.bigTxt'],
		[{ style: '2' }, 'agora.style', 'agora.bigPicture'],
		[{ style: 2, bigTxt: 'text' }, 'agora.style', 'agora.bigPicture'],
		[{ operation: { type: 1 } }, 'agora.operation.type', 'agora.operation.openUrl'],
		[{ operation: { type: 2 } }, 'agora.operation.type', 'agora.operation.openAction'],
	])('refuses %j', (agora, field, needed) => {
		const { message, description } = refusal({ agora });
		expect(message).toMatch(new RegExp(`^<${field}> is \\[[12]\\], but <${needed}> is missing$`));
		expect(description).toContain(`Fill in <${needed}>`);
	});

	it.each<[IDataObject]>([
		[{ style: 0 }],
		[{ style: 1, bigTxt: 'text' }],
		[{ style: 2, bigPicture: 'https://example.com/picture.png' }],
		[{ operation: { type: 0 } }],
		[{ operation: { type: 1, openUrl: 'https://example.com' } }],
		[{ operation: { type: 2, openAction: 'action' } }],
	])('takes %j', (agora) => {
		expect(() => {
			check({ ...MESSAGE, agora });
		}).not.toThrow();
	});
});

describe('checkMessage, where a device could make nothing of a value', () => {
	const badges: [string, (value: unknown) => IDataObject][] = [
		['config.badge.addNum', (addNum) => ({ config: { badge: { addNum } } })],
		['config.badge.setNum', (setNum) => ({ config: { badge: { setNum } } })],
		['agora.badge.addNum', (addNum) => ({ agora: { badge: { addNum } } })],
		['agora.badge.setNum', (setNum) => ({ agora: { badge: { setNum } } })],
		['apns.badge', (badge) => ({ apns: { badge } })],
	];

	it.each(badges)('takes only whole numbers of 0 or more for %s', (path, withBadge) => {
		for (const value of [-1, 1.5, '-1', 'x', ' ', true, [1]]) {
			const { message } = refusal(withBadge(value));
			expect(message).toMatch(new RegExp(`^<${path}> is .+, not a whole number of 0 or more$`));
		}
		for (const value of [0, 7, '7', undefined, null]) check({ ...MESSAGE, ...withBadge(value) });
	});

	const addresses: [string, (url: string) => IDataObject][] = [
		['config.clickAction.url', (url) => ({ config: { clickAction: { url } } })],
		['agora.operation.openUrl', (openUrl) => ({ agora: { operation: { openUrl } } })],
	];

	it.each(addresses)('takes only an address with a scheme for %s', (path, withAddress) => {
		for (const url of [
			'shop.example.com',
			'//x.example',
			'localhost:3000/a',
			'a.example:80',
			'localhost:3000',
			'127.0.0.1:80/a',
			'/a',
		]) {
			const { message, description } = refusal(withAddress(url));
			expect(message).toBe(`<${path}> is '${url}', which does not begin like an address`);
			expect(description).toContain('https://');
		}
		const fine = [
			'https://x.example',
			'HTTP://x',
			'myapp://a',
			'com.example:/a',
			'mailto:a@b',
			'tel:112',
			'myapp:42',
			'geo:52.5',
			'geo:52.5,13.4',
			'facetime:123',
			'localhost://a',
			'com.example.app:order',
		];
		for (const url of [...fine, '', ' https://x']) check({ ...MESSAGE, ...withAddress(url) });
	});

	it('refuses an expiry that is past, and takes what is to come or is no date', () => {
		const { message, description } = refusal({ agora: { expiresTime: NOW_MS - 1 } });
		expect(message).toBe('<agora.expiresTime> is 2029-12-31T23:59:59.999Z, which is in the past');
		expect(description).toContain('in the future');
		for (const expiresTime of [NOW_MS, NOW_MS + 1, 3_600_000]) {
			check({ ...MESSAGE, agora: { expiresTime } });
		}
	});

	it.each<[string, (value: unknown) => IDataObject, unknown[], unknown[], string]>([
		[
			'fcm.notification.color',
			(color) => ({ fcm: { notification: { color } } }),
			['#1E88E5', ' #aabbcc ', '', null, undefined],
			['red', '#fff', '1E88E5', '#1E88E5FF', 1, ['#1E88E5']],
			'a color as #RRGGBB',
		],
		[
			'fcm.timeToLive',
			(timeToLive) => ({ fcm: { timeToLive } }),
			[0, 2_419_200, '86400', ' 7 ', '', null, undefined],
			[-1, 1.5, 2_419_201, '-1', '1h', ' ', true, ['7']],
			'a number of seconds up to 4 weeks',
		],
	])('takes only what FCM does for %s', (path, withValue, fine, wrong, wanted) => {
		for (const value of wrong) {
			const { message } = refusal(withValue(value));
			expect(message).toMatch(new RegExp(`^<${path}> is .+, not ${wanted}$`));
		}
		for (const value of fine) check({ ...MESSAGE, ...withValue(value) });
	});
});
