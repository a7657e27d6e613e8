import { http, json } from '../../support/rawServer.mts';
import type { AnswerVector } from './vector.mts';

const MEGABYTE = 1_000_000;

const NO_CURSOR = /answered with a cursor \(page marker\) that cannot be used/;

export const CURSORS: AnswerVector[] = [
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
