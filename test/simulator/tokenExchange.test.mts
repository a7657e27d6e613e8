import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChatTokenBuilder } from 'agora-token';
import { isObject } from '../../simulator/parse.mts';
import { type RequestOptions, useSimulator } from './setup.mts';

let nowMs = 0;
const { simulator, call } = useSimulator({ rates: 'on', now: () => nowMs });

beforeEach(() => {
	nowMs = Date.now();
});

const CLIENT = { client_id: 'YXA6SimulatorClient', client_secret: 'YXA6SimulatorClientSecret' };
const BY_CLIENT = { grant_type: 'client_credentials', ...CLIENT };

function ask(body: unknown, options: RequestOptions = { authorization: null }) {
	return call('POST', 'token', body, options);
}

function token007(lifeSeconds: number): string {
	const { appId, appCertificate } = simulator().credentials;
	return ChatTokenBuilder.buildAppToken(appId, appCertificate, lifeSeconds);
}

async function callWith(answer: unknown): Promise<number> {
	const token = isObject(answer) ? String(answer.access_token) : '';
	const authorization = `Bearer ${token}`;
	return (await call('GET', 'push/label', undefined, { authorization })).status;
}

describe('client_credentials', () => {
	it('gives a token that works, without Authorization, also under a form content type', async () => {
		for (const contentType of ['application/json', 'application/x-www-form-urlencoded', null]) {
			const { status, body } = await ask(BY_CLIENT, { authorization: null, contentType });

			expect(status).toBe(200);
			expect(body).toEqual({
				access_token: expect.stringMatching(/^YWMt[\w-]+$/),
				expires_in: 5_184_000,
				application: '00000000-0000-0000-0000-000000000a9d',
			});
			expect(await callWith(body)).toBe(200);
		}
	});

	it('gives a token that lives as long as `ttl` says', async () => {
		const { body } = await ask({ ...BY_CLIENT, ttl: 60 });

		expect(body).toMatchObject({ expires_in: 60 });
		nowMs += 59_999;
		expect(await callWith(body)).toBe(200);
		nowMs += 1;
		expect(await callWith(body)).toBe(401);
	});

	it('gives a token that can be expired and revoked as others can', async () => {
		const { body } = await ask({ ...BY_CLIENT, ttl: 0 });
		await callWith(body);
		simulator().tokens.expireAllUsed();

		expect(await callWith(body)).toBe(401);
		expect(await callWith((await ask(BY_CLIENT)).body)).toBe(200);
		simulator().reset();
		expect(await callWith(body)).toBe(401);
	});

	it.each([
		[{ ...BY_CLIENT, client_id: 'other' }, 401],
		[{ ...BY_CLIENT, client_secret: 'other' }, 401],
		[{ ...BY_CLIENT, ttl: -1 }, 400],
		[{ ...BY_CLIENT, ttl: '60' }, 400],
		[{ ...BY_CLIENT, grant_type: 'password' }, 400],
		[{}, 400],
		['text', 400],
	])('refuses %j with %d', async (body, status) => {
		expect((await ask(body)).status).toBe(status);
	});

	it('keeps its secret out of the records', async () => {
		await ask(BY_CLIENT);

		expect(simulator().requests[0]).toMatchObject({
			action: 'issueToken',
			body: { client_id: CLIENT.client_id, client_secret: 'not recorded' },
		});
	});
});

describe('agora', () => {
	it('exchanges a Token007 for one that lives as long', async () => {
		const authorization = `Bearer ${token007(600)}`;
		const { status, body } = await ask({ grant_type: 'agora' }, { authorization });

		expect(status).toBe(200);
		expect(isObject(body) && Number(body.expires_in)).toBeGreaterThan(590);
		expect(isObject(body) && Number(body.expires_in)).toBeLessThanOrEqual(600);
		expect(await callWith(body)).toBe(200);
		nowMs += 601_000;
		expect(await callWith(body)).toBe(401);
	});

	it.each([
		['nothing', null],
		['a token that is none', 'Bearer YWMtSomebodyElse'],
		['a token that needs no exchange', undefined],
	])('refuses %s', async (_what, authorization) => {
		const options = authorization === undefined ? {} : { authorization };

		expect((await ask({ grant_type: 'agora' }, options)).status).toBe(401);
	});
});

describe('the address', () => {
	it('takes 300 calls a second', async () => {
		for (let count = 0; count < 300; count++) expect((await ask(BY_CLIENT)).status).toBe(200);

		expect((await ask(BY_CLIENT)).status).toBe(429);
	});

	it('works while push is not open', async () => {
		simulator().settings.pushServiceOpen = false;

		expect((await ask(BY_CLIENT)).status).toBe(200);
	});
});
