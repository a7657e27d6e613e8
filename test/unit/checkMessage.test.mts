import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { checkMessage } from '../../nodes/AgoraChatPush/message/checkMessage.ts';
import { refusalOf } from '../support/refusal.mts';

const EMOJI = '\u{1f600}';
const MESSAGE = { title: 'Hello', content: 'World' };

const check = (message: IDataObject) => {
	checkMessage(message, (path) => `<${path}>`);
};
const refusal = (message: IDataObject) =>
	refusalOf(() => {
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
		expect(message).toMatch(new RegExp(`^<${field}> is [12], but <${needed}> is missing$`));
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
