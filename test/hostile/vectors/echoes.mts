import type { OperationName } from '../../../tools/lib/operations.mts';
import { http, json } from '../support/rawServer.mts';

/** An answer that repeats the token of the call, as an echoing proxy or a debug page would. */
export interface EchoVector {
	name: string;
	operation: OperationName;
	/** @param token without 'Bearer '. */
	answer: (token: string) => Buffer | string;
}

const result = (id: string, more: object) => ({ id, pushStatus: 'SUCCESS', ...more });

const escaped = (text: string): string =>
	text.replace(
		/[^]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

export const ECHO_VECTORS: EchoVector[] = [
	{
		name: 'in the words of a refusal',
		operation: 'sendToUsers',
		answer: (token) => json({ error_description: `Unable to authenticate ${token}` }, 401),
	},
	{
		name: 'with Bearer',
		operation: 'sendToUsers',
		answer: (token) => json({ error_description: `Bearer ${token}` }, 403),
	},
	{
		name: 'as the name of the refusal',
		operation: 'sendToAll',
		answer: (token) => json({ error: token }, 400),
	},
	{
		name: 'at the limit of the words',
		operation: 'sendToAll',
		answer: (token) => json({ error_description: 'x'.repeat(280) + token }, 400),
	},
	{
		name: 'many times',
		operation: 'sendToAll',
		answer: (token) => json({ error_description: token.repeat(100) }, 500),
	},
	{
		name: 'on a web page',
		operation: 'sendToUsers',
		answer: (token) => http(502, `<html>${token}</html>`),
	},
	{ name: 'as the whole body', operation: 'sendToUsers', answer: (token) => http(200, token) },
	{ name: 'as a JSON text', operation: 'sendToUsers', answer: (token) => json(token) },
	{
		name: "as a user's reason",
		operation: 'sendToUsers',
		answer: (token) => json({ data: [result('anna', { pushStatus: 'FAIL', desc: token })] }),
	},
	{
		name: "as a user's status",
		operation: 'sendToUsers',
		answer: (token) => json({ data: [result('anna', { pushStatus: token })] }),
	},
	{
		name: "in a user's data",
		operation: 'sendAndWait',
		answer: (token) =>
			json({ data: [result('anna', { data: { a: [{ b: `Bearer ${token}` }] } })] }),
	},
	{
		name: 'as a name',
		operation: 'sendAndWait',
		answer: (token) => json({ data: [result('anna', { [token]: 1 })] }),
	},
	{
		name: 'URL-encoded',
		operation: 'sendAndWait',
		answer: (token) => json({ data: [result('anna', { desc: encodeURIComponent(token) })] }),
	},
	{
		name: 'with slashes escaped',
		operation: 'sendAndWait',
		answer: (token) =>
			http(
				200,
				`{"data":[{"id":"anna","pushStatus":"SUCCESS","desc":"${token.replaceAll('/', '\\/')}"}]}`,
			),
	},
	{
		name: 'with each character escaped',
		operation: 'sendAndWait',
		answer: (token) =>
			http(200, `{"data":[{"id":"anna","pushStatus":"SUCCESS","desc":"${escaped(token)}"}]}`),
	},
	{
		name: 'with each character escaped, as a name',
		operation: 'sendAndWait',
		answer: (token) =>
			http(200, `{"data":[{"id":"anna","pushStatus":"SUCCESS","${escaped(token)}":1}]}`),
	},
	{
		name: 'with each character escaped, in the words of a refusal',
		operation: 'sendToUsers',
		answer: (token) => http(400, `{"error_description":"${escaped(token)}"}`),
	},
	{
		name: 'without its end',
		operation: 'sendAndWait',
		answer: (token) => json({ data: [result('anna', { desc: `for ${token.slice(0, 40)}...` })] }),
	},
	{
		name: 'with stars in its middle',
		operation: 'getLabel',
		answer: (token) =>
			json({ data: { name: 'vip', description: `${token.slice(0, 24)}***${token.slice(-5)}` } }),
	},
	{ name: 'as a task', operation: 'sendToAll', answer: (token) => json({ data: token }) },
	{
		name: 'as the task of a push to labels',
		operation: 'sendToLabels',
		answer: (token) => json({ data: { taskId: token } }),
	},
	{
		name: 'as a label',
		operation: 'getLabel',
		answer: (token) => json({ data: { name: 'vip', description: token } }),
	},
	{
		name: 'as a new label',
		operation: 'createLabel',
		answer: (token) => json({ data: { name: token } }),
	},
	{
		name: 'in a list of labels',
		operation: 'listLabels',
		answer: (token) => json({ data: [{ name: token, description: token }] }),
	},
	{
		name: 'in a list of members',
		operation: 'listMembers',
		answer: (token) => json({ data: [{ username: token, created: token }] }),
	},
	{
		name: 'as a label of a user',
		operation: 'getLabels',
		answer: (token) => json({ data: [{ name: token, count: 2, username: 'anna' }] }),
	},
	{
		name: 'as another member',
		operation: 'getMember',
		answer: (token) => json({ data: { username: token } }),
	},
	{
		name: 'as a reason',
		operation: 'addMembers',
		answer: (token) => json({ data: { success: ['ben'], fail: { anna: token } } }),
	},
	{
		name: 'within a reason',
		operation: 'removeMembers',
		answer: (token) => json({ data: { success: ['ben'], fail: { anna: { why: token } } } }),
	},
	{
		name: 'as a member who has to go',
		operation: 'syncMembers',
		answer: (token) => json({ data: [{ username: token }] }),
	},
	{
		name: 'as a cursor',
		operation: 'listMembers',
		answer: (token) => json({ data: [{ username: 'anna' }], cursor: token }),
	},
	{
		name: 'in a header',
		operation: 'sendToUsers',
		answer: (token) => http(429, '{}', { 'Retry-After': token, 'X-Token': token }),
	},
	{
		name: 'in a place to go to',
		operation: 'sendToUsers',
		answer: (token) => http(302, '{}', { Location: `http://127.0.0.1:9/?${token}` }),
	},
	{ name: 'in what is no HTTP', operation: 'sendToUsers', answer: (token) => `${token}\r\n\r\n` },
	{
		name: 'in the reason phrase',
		operation: 'sendToUsers',
		answer: (token) => `HTTP/1.1 500 ${token}\r\nContent-Length: 2\r\n\r\n{}`,
	},
	{
		name: 'in an answer that breaks off',
		operation: 'sendToUsers',
		answer: (token) => `HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${token}`,
	},
];
