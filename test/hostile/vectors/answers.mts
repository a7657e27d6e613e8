import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { expect } from '@jest/globals';

import type { Answer, RawRequest } from '../support/rawServer.mts';
import { http, json } from '../support/rawServer.mts';
import type { OperationName } from '../support/operations.mts';

/** What a malicious service answers, and what the user gets. */
export interface AnswerVector {
	name: string;
	operation: OperationName;
	/** In turn; the last one answers all further calls. */
	answers: Answer[];
	/** Words of the first error item, or what the items hold at least. */
	gives: RegExp | object[];
	/** Long when left out. */
	timeoutMs?: number;
	/** How many calls go out; one when left out. */
	calls?: number;
}

const MEGABYTE = 1_000_000;

const NOT_JSON = /answered 200, but not with the JSON that it should/;
const BROKE = /The connection broke before the service answered/;
const NO_RESULTS = /answered without a result for each user in 'data'/;
const NO_LIST = /answered without a list in 'data'/;
const NO_TASK = /answered without a task ID in 'data'/;
const NO_CURSOR = /answered with a cursor that is no text/;

const result = (id: unknown, more: object = {}) => ({ id, pushStatus: 'SUCCESS', ...more });
const sent = (userId: string, more: object = {}) => ({ userId, pushStatus: 'SUCCESS', ...more });
const lost = (userId: string): object => ({
	error: expect.stringContaining(`does not say what became of the push to '${userId}'`),
	details: { userId, pushStatus: 'UNCERTAIN' },
});
const unmentioned = (username: string): object => ({
	error: expect.stringContaining("the service's answer does not mention this user"),
	details: { username, status: 'failed' },
});
const deep = (depth: number, inner = '1') => '['.repeat(depth) + inner + ']'.repeat(depth);

/** Never silent for as long as the timeout, and never at an end. */
function trickle(_request: RawRequest, socket: Socket): undefined {
	socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
	const timer = setInterval(() => {
		socket.write(' ');
	}, 50);
	socket.on('close', () => {
		clearInterval(timer);
	});
}

const SIZES: AnswerVector[] = [
	{
		name: '50 MB in one text',
		operation: 'listLabels',
		answers: [json({ data: [{ name: 'vip', description: 'x'.repeat(50 * MEGABYTE) }] })],
		gives: [{ name: 'vip' }],
	},
	{
		name: '100,000 labels on one page',
		operation: 'listLabels',
		answers: [
			json({ data: Array.from({ length: 100_000 }, (_, index) => ({ name: `l${index}` })) }),
		],
		gives: [{ name: 'l0' }],
	},
	{
		name: '20 MB of spaces',
		operation: 'sendToUsers',
		answers: [http(200, ' '.repeat(20 * MEGABYTE))],
		gives: /answered 200 with an empty body/,
	},
	{
		name: '20 MB of words in a refusal',
		operation: 'sendToUsers',
		answers: [json({ error_description: 'no '.repeat(7 * MEGABYTE) }, 400)],
		gives: /refused the call \(400: no no /,
	},
	{
		name: '10 MB of words about one user',
		operation: 'sendToUsers',
		answers: [
			json({
				data: [
					result('anna', { pushStatus: 'FAIL', desc: 'no '.repeat(3 * MEGABYTE) }),
					result('ben'),
				],
			}),
		],
		gives: /The push to 'anna' ended as FAIL: no no /,
	},
	{
		name: '10 MB of reasons for one member',
		operation: 'addMembers',
		answers: [json({ data: { success: ['ben'], fail: { anna: 'no '.repeat(3 * MEGABYTE) } } })],
		gives: /'anna' was not added: no no /,
	},
	{
		name: '10 MB of digits',
		operation: 'sendToAll',
		answers: [http(200, `{"data":${'9'.repeat(10 * MEGABYTE)}}`)],
		gives: [{ taskId: expect.stringMatching(/^9+$/) }],
	},
	{
		name: 'a small body that unpacks to 30 MB',
		operation: 'sendToUsers',
		answers: [http(200, gzipSync(' '.repeat(30 * MEGABYTE)), { 'Content-Encoding': 'gzip' })],
		gives: /answered 200 with an empty body/,
	},
	{
		name: 'what is no gzip but says so',
		operation: 'sendToUsers',
		answers: [http(200, 'not gzip', { 'Content-Encoding': 'gzip' })],
		gives: BROKE,
	},
	{
		name: 'half a gzip',
		operation: 'sendToUsers',
		answers: [http(200, gzipSync('{"data":[]}').subarray(0, 20), { 'Content-Encoding': 'gzip' })],
		gives: /connection broke|not with the JSON|empty body/,
	},
	{
		name: 'lists 100,000 deep as data',
		operation: 'sendToUsers',
		answers: [http(200, `{"data":${deep(100_000)}}`)],
		gives: /nested too deeply/,
	},
	{
		name: "lists 100,000 deep as a user's data",
		operation: 'sendToUsers',
		answers: [http(200, `{"data":[{"id":"anna","pushStatus":"SUCCESS","data":${deep(100_000)}}]}`)],
		gives: /nested too deeply/,
	},
	{
		name: 'lists 100,000 deep as a reason',
		operation: 'addMembers',
		answers: [http(200, `{"data":{"success":["ben"],"fail":{"anna":${deep(100_000)}}}}`)],
		gives: /nested too deeply/,
	},
	{
		name: 'objects 100,000 deep in a label',
		operation: 'getLabel',
		answers: [http(200, `{"data":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)],
		gives: /nested too deeply/,
	},
	{
		name: 'large numbers 100,000 deep',
		operation: 'getLabel',
		answers: [http(200, `{"data":{"a":${deep(100_000, '9007199254740993')}}}`)],
		gives: /nested too deeply/,
	},
	{
		name: 'a million empty lists',
		operation: 'listLabels',
		answers: [http(200, `{"data":[${'[],'.repeat(MEGABYTE)}[]]}`)],
		gives: NO_LIST,
	},
];

const SHAPES: AnswerVector[] = [
	{
		name: '__proto__ in a result',
		operation: 'sendToUsers',
		answers: [
			http(
				200,
				'{"data":[{"id":"anna","pushStatus":"SUCCESS","__proto__":{"polluted":1}},{"id":"ben","pushStatus":"SUCCESS"}]}',
			),
		],
		gives: [sent('anna'), sent('ben')],
	},
	{
		name: '__proto__ as the whole data',
		operation: 'sendToUsers',
		answers: [http(200, '{"__proto__":{"data":[{"id":"anna","pushStatus":"SUCCESS"}]}}')],
		gives: NO_RESULTS,
	},
	{
		name: 'constructor.prototype in a label',
		operation: 'getLabel',
		answers: [json({ data: { name: 'vip', constructor: { prototype: { polluted: 1 } } } })],
		gives: [{ name: 'vip' }],
	},
	{
		name: '__proto__ for reasons',
		operation: 'addMembers',
		answers: [http(200, '{"data":{"success":[],"fail":{"__proto__":{"anna":"no"},"ben":"no"}}}')],
		gives: [unmentioned('anna'), { details: { username: 'ben', reason: 'no' } }],
	},
	{
		name: 'functions of objects overwritten',
		operation: 'listLabels',
		answers: [
			json({ data: [{ name: 'vip', toString: 1, valueOf: 1, hasOwnProperty: 1, toJSON: 1 }] }),
		],
		gives: [{ name: 'vip', toString: 1 }],
	},
	{
		name: 'a promise as it seems',
		operation: 'getLabel',
		answers: [json({ data: { name: 'vip', then: 'x' } })],
		gives: [{ name: 'vip', then: 'x' }],
	},
	{
		name: 'IDs as floats',
		operation: 'sendToUsers',
		answers: [json({ data: [result(1.5), result(2e308)] })],
		gives: [lost('anna'), lost('ben')],
	},
	{
		name: 'IDs as lists and objects',
		operation: 'sendToUsers',
		answers: [json({ data: [result(['anna']), result({ toString: 'ben' })] })],
		gives: [lost('anna'), lost('ben')],
	},
	{
		name: "other people's IDs",
		operation: 'sendToUsers',
		answers: [json({ data: [result('mallory'), result('ben')] })],
		gives: [lost('anna'), sent('ben')],
	},
	{
		name: "another person's ID for the only user",
		operation: 'sendAndWait',
		answers: [json({ data: [result('mallory')] })],
		gives: [lost('anna')],
	},
	{
		name: 'the right ID in capitals',
		operation: 'sendToUsers',
		answers: [json({ data: [result('ANNA'), result('ben')] })],
		gives: [lost('anna'), sent('ben')],
	},
	{
		name: 'more results than users',
		operation: 'sendToUsers',
		answers: [json({ data: [result('anna'), result('ben'), result('mallory'), result('eve')] })],
		gives: [sent('anna'), sent('ben')],
	},
	{
		name: "a result that names another user's fields",
		operation: 'sendToUsers',
		answers: [json({ data: [result('anna', { userId: 'mallory' }), result('ben')] })],
		gives: [sent('anna'), sent('ben')],
	},
	{
		name: 'a result that looks like an error item',
		operation: 'sendToUsers',
		answers: [json({ data: [result('anna', { error: 'x', details: 'y' }), result('ben')] })],
		gives: [sent('anna', { error: 'x' }), sent('ben')],
	},
	{
		name: 'statuses that are no texts',
		operation: 'sendToUsers',
		answers: [
			json({ data: [result('anna', { pushStatus: 1 }), result('ben', { pushStatus: ['FAIL'] })] }),
		],
		gives: [
			{ details: { userId: 'anna', pushStatus: 'UNCERTAIN' } },
			{ details: { userId: 'ben', pushStatus: 'UNCERTAIN' } },
		],
	},
	{
		name: 'an empty status',
		operation: 'sendToUsers',
		answers: [json({ data: [result('anna', { pushStatus: '' }), result('ben')] })],
		gives: [{ details: { userId: 'anna', pushStatus: 'UNCERTAIN' } }, sent('ben')],
	},
	...[null, 0, 'x', true, [null], [[]], ['anna']].map((data): AnswerVector => ({
		name: `${JSON.stringify(data)} as results`,
		operation: 'sendToUsers',
		answers: [json({ data })],
		gives: NO_RESULTS,
	})),
	...[null, [], {}, true, { taskId: null }, { taskId: {} }, { taskId: ['1'] }].map(
		(data): AnswerVector => ({
			name: `${JSON.stringify(data)} as a task`,
			operation: 'sendToLabels',
			answers: [json({ data })],
			gives: NO_TASK,
		}),
	),
	...[null, {}, 'x', [1], [null], ['vip']].map((data): AnswerVector => ({
		name: `${JSON.stringify(data)} as a list`,
		operation: 'listLabels',
		answers: [json({ data })],
		gives: NO_LIST,
	})),
	...[
		'[]',
		'null',
		'"x"',
		'1',
		'NaN',
		'{"data":[]',
		'{"data":[]}x',
		"{'data':[]}",
		'\uFEFF\uFEFF{"data":[]}',
		'\0',
	].map((body): AnswerVector => ({
		name: `the body ${JSON.stringify(body)}`,
		operation: 'sendToUsers',
		answers: [http(200, body)],
		gives: NOT_JSON,
	})),
	{
		name: 'successes that are numbers and lists',
		operation: 'addMembers',
		answers: [json({ data: { success: [1, ['anna'], null, { ben: 1 }], fail: {} } })],
		gives: [unmentioned('anna'), unmentioned('ben')],
	},
	{
		name: 'a user who went through and did not',
		operation: 'addMembers',
		answers: [json({ data: { success: ['anna', 'ben'], fail: { anna: 'no' } } })],
		gives: [
			{ username: 'anna', status: 'added' },
			{ username: 'ben', status: 'added' },
		],
	},
	{
		name: 'a list of reasons',
		operation: 'removeMembers',
		answers: [json({ data: { success: [], fail: ['anna'] } })],
		gives: /answered without 'success' and 'fail' in 'data'/,
	},
	{
		name: 'another member than the one asked for',
		operation: 'getMember',
		answers: [json({ data: { username: 'mallory', created: 1 } })],
		gives: /answered about another user, 'mallory'/,
	},
	{
		name: 'the member in capitals',
		operation: 'getMember',
		answers: [json({ data: { username: 'ANNA', created: 1 } })],
		gives: [{ username: 'anna', isMember: true }],
	},
	{
		name: 'a member whose name is no text',
		operation: 'getMember',
		answers: [json({ data: { username: { anna: 1 } } })],
		gives: [{ username: 'anna', isMember: false }],
	},
	{
		name: 'members whose names are no texts, in a sync',
		operation: 'syncMembers',
		answers: [json({ data: [{ username: 1 }, { username: ['anna'] }, {}] })],
		gives: /answered with a member without a name/,
	},
];

const CURSORS: AnswerVector[] = [
	...[{}, ['x'], true].map((cursor): AnswerVector => ({
		name: `${JSON.stringify(cursor)} as a cursor`,
		operation: 'listMembers',
		answers: [json({ data: [{ username: 'anna' }], cursor })],
		gives: NO_CURSOR,
	})),
	{
		name: 'an object as a cursor, in a sync',
		operation: 'syncMembers',
		answers: [json({ data: [{ username: 'mallory' }], cursor: {} })],
		gives: NO_CURSOR,
	},
	{
		name: '10 MB as a cursor',
		operation: 'listMembers',
		answers: [json({ data: [{ username: 'anna' }], cursor: 'x'.repeat(10 * MEGABYTE) })],
		gives: NO_CURSOR,
	},
	{
		name: 'a lone surrogate as a cursor',
		operation: 'listMembers',
		answers: [json({ data: [{ username: 'anna' }], cursor: '\ud800' })],
		gives: NO_CURSOR,
	},
	{
		name: 'a header after CR LF as a cursor',
		operation: 'listMembers',
		answers: [
			json({ data: [{ username: 'anna' }], cursor: 'x\r\nX-Evil: 1&limit=1#' }),
			({ head }) => json({ data: [{ username: head.includes('\r\nX-Evil') ? 'evil' : 'ben' }] }),
		],
		gives: [{ username: 'anna' }, { username: 'ben' }],
		calls: 2,
	},
	{
		name: 'the same cursor again',
		operation: 'listMembers',
		answers: [json({ data: [{ username: 'anna' }], cursor: 'x' })],
		gives: /gave the same cursor twice/,
		calls: 2,
	},
	{
		name: 'a cookie to be sent back',
		operation: 'listMembers',
		answers: [
			http(200, JSON.stringify({ data: [{ username: 'anna' }], cursor: 'x' }), {
				'Set-Cookie': 'evil=1; Path=/',
			}),
			({ head }) => json({ data: [{ username: /^cookie:/im.test(head) ? 'evil' : 'ben' }] }),
		],
		gives: [{ username: 'anna' }, { username: 'ben' }],
		calls: 2,
	},
];

const WIRE: AnswerVector[] = [
	{ name: 'nothing', operation: 'sendToUsers', answers: [''], gives: BROKE },
	{
		name: 'what is no HTTP',
		operation: 'sendToUsers',
		answers: ['SSH-2.0-evil\r\n'],
		gives: BROKE,
	},
	{
		name: 'random bytes',
		operation: 'sendToUsers',
		answers: [Buffer.from([0, 255, 1, 254, 10, 13])],
		gives: BROKE,
	},
	{
		name: 'a head that ends',
		operation: 'sendToUsers',
		answers: ['HTTP/1.1 200 OK\r\nContent-'],
		gives: BROKE,
	},
	{
		name: 'more length than body',
		operation: 'sendToUsers',
		answers: [http(200, '{"data":[]}', { 'Content-Length': 1000 })],
		gives: BROKE,
	},
	{
		name: 'less length than body',
		operation: 'sendToUsers',
		answers: [http(200, '{"data":[]}', { 'Content-Length': 5 })],
		gives: BROKE,
	},
	{
		name: 'a negative length',
		operation: 'sendToUsers',
		answers: [http(200, '{"data":[]}', { 'Content-Length': -1 })],
		gives: BROKE,
	},
	{
		name: 'length and chunks at once',
		operation: 'sendToUsers',
		answers: [http(200, '{}', { 'Transfer-Encoding': 'chunked' })],
		gives: BROKE,
	},
	{
		name: '10,000 headers',
		operation: 'sendToUsers',
		answers: [
			http(
				200,
				'{}',
				Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`X-${index}`, 'x'])),
			),
		],
		gives: BROKE,
	},
	{
		name: 'a header of 1 MB',
		operation: 'sendToUsers',
		answers: [http(200, '{}', { 'X-Long': 'x'.repeat(MEGABYTE) })],
		gives: BROKE,
	},
	{
		name: 'status 999',
		operation: 'sendToUsers',
		answers: [json({}, 999)],
		gives: /could not finish the call \(999/,
	},
	{
		name: 'status 101',
		operation: 'sendToUsers',
		answers: ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'],
		timeoutMs: 500,
		gives: /did not answer within 500 ms/,
	},
	{
		name: 'a byte from time to time',
		operation: 'sendToUsers',
		answers: [trickle],
		timeoutMs: 500,
		gives: /did not answer within 500 ms/,
	},
	{
		name: 'status 204',
		operation: 'sendToUsers',
		answers: ['HTTP/1.1 204 No Content\r\n\r\n'],
		gives: /answered 204 with an empty body/,
	},
	{
		name: 'a demand for another login',
		operation: 'sendToUsers',
		answers: [http(401, '{}', { 'WWW-Authenticate': 'Basic realm="evil"' })],
		gives: /did not accept the token \(401: without a reason\)/,
	},
	{
		name: 'a pause of a million years',
		operation: 'sendToUsers',
		answers: [http(429, '{}', { 'Retry-After': '99999999999999999999' })],
		gives: /more calls than it takes/,
	},
	{
		name: 'a pause that is no number',
		operation: 'sendToUsers',
		answers: [http(429, '{}', { 'Retry-After': '__proto__' })],
		gives: /more calls than it takes/,
	},
	{
		name: 'another encoding of text',
		operation: 'sendToUsers',
		answers: [
			http(200, Buffer.from('{"data":[]}', 'utf16le'), {
				'Content-Type': 'application/json; charset=utf-16',
			}),
		],
		gives: NOT_JSON,
	},
	{
		name: 'bytes that are no UTF-8',
		operation: 'sendToUsers',
		answers: [http(400, Buffer.from('{"error_description":"\xff\xfe"}', 'latin1'))],
		gives: /refused the call \(400: ��\)/,
	},
	{
		name: 'lines of a forged log in its words',
		operation: 'sendToUsers',
		answers: [
			json({ error_description: 'no\r\n2026-01-01 | error | forged\u2028x\0\u001b[31mred' }, 400),
		],
		gives: /\(400: no 2026-01-01 \| error \| forged x \[31mred\)/,
	},
	{
		name: 'words that run from right to left',
		operation: 'sendToUsers',
		answers: [json({ error_description: 'a\u202Eb\u2066c' }, 400)],
		gives: /\(400: a b c\)/,
	},
	{
		name: 'markup in its words',
		operation: 'sendToUsers',
		answers: [json({ error_description: '<img src=x onerror=alert(1)>' }, 400)],
		gives: /\(400: <img/,
	},
	{
		name: 'an emoji cut in two by the limit',
		operation: 'sendToUsers',
		answers: [json({ error_description: `${'x'.repeat(299)}😀😀` }, 400)],
		gives: /\(400: x{299}\)/,
	},
	{
		name: 'words that are no text',
		operation: 'sendToUsers',
		answers: [json({ error_description: { a: 1 }, error: ['b'], exception: 5 }, 400)],
		gives: /\(400: without a reason\)/,
	},
	{
		name: 'a web page of 10 MB',
		operation: 'sendToUsers',
		answers: [http(200, `<html>${'x'.repeat(10 * MEGABYTE)}`)],
		gives: NOT_JSON,
	},
];

export const ANSWER_VECTORS = { SIZES, SHAPES, CURSORS, WIRE };
