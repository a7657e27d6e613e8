import type { Socket } from 'node:net';

import { http, json, type RawRequest } from '../../support/rawServer.mts';
import type { AnswerVector } from './vector.mts';

const MEGABYTE = 1_000_000;

const NOT_JSON = /answered 200, but not with a JSON object/;

const NOT_HTTP =
	/^No proper HTTP answer came from http:.* \[item 0\]\. Check 'Host' in the credential and its port\./;

const BROKE = /The connection broke before the service answered/;

function trickle(_request: RawRequest, socket: Socket): undefined {
	socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
	const timer = setInterval(() => {
		socket.write(' ');
	}, 50);
	socket.on('close', () => {
		clearInterval(timer);
	});
}

export const WIRE: AnswerVector[] = [
	{ name: 'nothing', operation: 'sendToUsers', answers: [''], gives: BROKE },
	{
		name: 'what is no HTTP',
		operation: 'sendToUsers',
		answers: ['SSH-2.0-evil\r\n'],
		gives: NOT_HTTP,
	},
	{
		name: 'random bytes',
		operation: 'sendToUsers',
		answers: [Buffer.from([0, 255, 1, 254, 10, 13])],
		gives: NOT_HTTP,
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
		gives: NOT_JSON,
	},
	{
		name: 'a negative length',
		operation: 'sendToUsers',
		answers: [http(200, '{"data":[]}', { 'Content-Length': -1 })],
		gives: NOT_HTTP,
	},
	{
		name: 'length and chunks at once',
		operation: 'sendToUsers',
		answers: [http(200, '{}', { 'Transfer-Encoding': 'chunked' })],
		gives: NOT_HTTP,
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
		gives: NOT_HTTP,
	},
	{
		name: 'a header of 1 MB',
		operation: 'sendToUsers',
		answers: [http(200, '{}', { 'X-Long': 'x'.repeat(MEGABYTE) })],
		gives: NOT_HTTP,
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
		gives: /did not accept App ID and App Certificate \(401: without a reason\)/,
	},
	{
		name: 'a pause of a million years',
		operation: 'sendToUsers',
		answers: [http(429, '{}', { 'Retry-After': '99999999999999999999' })],
		gives: /Too many requests/,
	},
	{
		name: 'a pause that is no number',
		operation: 'sendToUsers',
		answers: [http(429, '{}', { 'Retry-After': '__proto__' })],
		gives: /Too many requests/,
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
		gives: /is not Agora's REST API: it answered 200 with a web page/,
	},
];
