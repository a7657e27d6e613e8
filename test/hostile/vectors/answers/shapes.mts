import { expect } from '@jest/globals';

import { http, json } from '../../support/rawServer.mts';
import type { AnswerVector } from './vector.mts';

const NOT_JSON = /answered 200, but not with a JSON object/;

const NO_RESULTS = /answered without a result for each user in 'data'/;

const NO_LIST = /answered without a list in 'data'/;

const NO_TASK = /answered without a task ID in 'data'/;

const result = (id: unknown, more: object = {}) => ({ id, pushStatus: 'SUCCESS', ...more });

const sent = (userId: string, more: object = {}) => ({ userId, pushStatus: 'SUCCESS', ...more });

const lost = (userId: string): object => ({
	error: expect.stringContaining(`does not say what became of the push to '${userId}'`),
	details: { userId, pushStatus: 'UNCERTAIN' },
});

const unmentioned = (username: string): object => ({
	error: expect.stringContaining("the service's answer does not mention this user"),
	details: { username, status: 'uncertain' },
});

export const SHAPES: AnswerVector[] = [
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
		gives: [sent('anna'), sent('ben')],
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
		gives: [sent('anna'), sent('ben')],
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
		gives: [{ error: expect.stringContaining("without a label member in 'data'") }],
	},
	...['../../users', 'a/b?c#d', '%2e%2e', '__proto__'].map((name): AnswerVector => ({
		name: `the label ${JSON.stringify(name)} of a user`,
		operation: 'getLabels',
		answers: [json({ data: [{ name, count: 1 }] }), json({ data: [{ username: 'ben' }] })],
		gives: [
			{ userId: 'anna', labels: [], labelCount: 0 },
			{ userId: 'ben', labels: [name], labelCount: 1 },
		],
		calls: 2,
	})),
	{
		name: 'labels without a usable count',
		operation: 'getLabels',
		answers: [
			json({ data: [{ name: 'vip', count: '2' }] }),
			...['anna', 'ben'].map((username) => json({ data: { username } })),
		],
		gives: [{ userId: 'anna' }, { userId: 'ben' }],
		calls: 3,
	},
	{
		name: 'a member without a name, for the labels of users',
		operation: 'getLabels',
		answers: [
			json({ data: [{ name: 'vip', count: 1 }] }),
			json({ data: [{ created: 5 }, { username: 'ben' }] }),
		],
		gives: /answered with a member without a name/,
		calls: 2,
	},
	{
		name: 'members whose names are no texts, in a sync',
		operation: 'syncMembers',
		answers: [json({ data: [{ username: 1 }, { username: ['anna'] }, {}] })],
		gives: /answered with a member without a name/,
	},
];
