import { gzipSync } from 'node:zlib';

import { expect } from '@jest/globals';

import { http, json } from '../../support/rawServer.mts';
import type { AnswerVector } from './vector.mts';

const MEGABYTE = 1_000_000;

const NO_LIST = /answered without a list in 'data'/;

const result = (id: unknown, more: object = {}) => ({ id, pushStatus: 'SUCCESS', ...more });

const deep = (depth: number, inner = '1') => '['.repeat(depth) + inner + ']'.repeat(depth);

export const SIZES: AnswerVector[] = [
	{
		name: '19 MB in one text',
		operation: 'listLabels',
		answers: [json({ data: [{ name: 'vip', description: 'x'.repeat(19 * MEGABYTE) }] })],
		gives: [{ name: 'vip' }],
	},
	{
		name: '50 MB in one text',
		operation: 'listLabels',
		answers: [json({ data: [{ name: 'vip', description: 'x'.repeat(50 * MEGABYTE) }] })],
		gives: /answered 200 with more than 20 MB.*does no harm/,
	},
	{
		name: '20,000 labels on one page',
		operation: 'listLabels',
		answers: [
			json({ data: Array.from({ length: 20_000 }, (_, index) => ({ name: `l${index}` })) }),
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
		name: '18 MB of words in a refusal',
		operation: 'sendToUsers',
		answers: [json({ error_description: 'no '.repeat(6 * MEGABYTE) }, 400)],
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
		gives: [{ taskId: expect.not.stringMatching(/[^9]/) }],
	},
	{
		name: 'a refusal of more than 20 MB',
		operation: 'sendToUsers',
		answers: [json({ error_description: 'no '.repeat(7 * MEGABYTE) }, 400)],
		gives: /answered 400 with more than 20 MB.*Nothing was done/,
	},
	{
		name: 'a small body that unpacks to 30 MB',
		operation: 'sendToUsers',
		answers: [http(200, gzipSync(' '.repeat(30 * MEGABYTE)), { 'Content-Encoding': 'gzip' })],
		gives: /answered 200 with more than 20 MB.*may have been reached/,
	},
	{
		name: 'what is no gzip but says so',
		operation: 'sendToUsers',
		answers: [http(200, 'not gzip', { 'Content-Encoding': 'gzip' })],
		gives: /^No proper HTTP answer came from http:.* \[item 0\]\. Check 'Host' .* and its port/,
	},
	{
		name: 'half a gzip',
		operation: 'sendToUsers',
		answers: [http(200, gzipSync('{"data":[]}').subarray(0, 20), { 'Content-Encoding': 'gzip' })],
		gives: /connection broke|not with a JSON object|empty body/,
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
