import { describe, expect, it } from '@jest/globals';
import { ChatTokenBuilder, EducationTokenBuilder, FpaTokenBuilder } from 'agora-token';
import { checkToken007 } from '../../simulator/token007.mts';
import { useSimulator } from './setup.mts';

const OTHER_KEY = 'f'.repeat(32);
const { simulator, call } = useSimulator();

const STALE = {
	status: 401,
	body: {
		error: 'unauthorized',
		exception: 'EasemobSecurityException',
		error_description: 'Unable to authenticate due to expired access token',
	},
};
const CORRUPT = {
	status: 401,
	body: {
		error: 'auth_bad_access_token',
		error_description: 'Unable to authenticate due to corrupt access token',
	},
};
const FOREIGN = {
	status: 401,
	body: { error: 'auth_bad_access_token', error_description: 'Unable to authenticate' },
};

function callWith(authorization: string | null) {
	return call('GET', 'push/label', undefined, { authorization });
}

function appToken(lifeSeconds = 600): string {
	const { appId, appCertificate } = simulator().credentials;
	return ChatTokenBuilder.buildAppToken(appId, appCertificate, lifeSeconds);
}

describe('static token', () => {
	it('is honoured', async () => {
		const { appToken: token } = simulator().credentials;

		expect((await callWith(`Bearer ${token}`)).status).toBe(200);
		expect(simulator().requests[0]).toMatchObject({ token: 'static' });
	});

	it('may be any listed string', async () => {
		simulator().settings.staticTokens = ['YWMtOther', 'secret!'];

		expect((await callWith('Bearer secret!')).status).toBe(200);
		expect((await callWith('Bearer YWMtOther')).status).toBe(200);
	});

	it('can die of age in the middle of a run', async () => {
		const { appToken: token } = simulator().credentials;
		await callWith(`Bearer ${token}`);
		simulator().tokens.expire(token);

		expect(await callWith(`Bearer ${token}`)).toMatchObject(STALE);
	});

	it('can be revoked', async () => {
		const { appToken: token } = simulator().credentials;
		simulator().tokens.revoke(token);

		expect(await callWith(`Bearer ${token}`)).toMatchObject(FOREIGN);
	});
});

describe('Token007', () => {
	it('is read as in the test vector of AgoraIO/Tools', () => {
		const token =
			'007eJxTYNDNaz3snC8huEfHWdz6s98qltq4zqy9fl99Uh0FDvy6F6DAYGlu4OxobJqSamaQbGJiZmKalJSYapFoZGhqYGaYZGzs/kWAIYKJgYGRAYRZGRgZmMB8BgYArfIYaw==';
		const application = {
			appId: '970CA35de60c44645bbae8a215061b33',
			appCertificate: '5CFd2fd1755d40ecb72977518be15d3b',
		};

		expect(checkToken007(token, application, 1_111_111_000)).toBe('valid');
		expect(checkToken007(token, application, 1_111_710_999)).toBe('valid');
		expect(checkToken007(token, application, 1_111_711_000)).toBe('stale');
	});

	it("is honoured when Agora's own builder made it for this app", async () => {
		expect((await callWith(`Bearer ${appToken()}`)).status).toBe(200);
		expect(simulator().requests[0]).toMatchObject({ token: 'token007' });
	});

	it('is refused from its last second on', async () => {
		const token = appToken(600);
		const issuedAtMs = Math.floor(Date.now() / 1000) * 1000;
		const { settings } = simulator();

		settings.now = () => issuedAtMs + 598_000;
		expect((await callWith(`Bearer ${token}`)).status).toBe(200);
		settings.now = () => issuedAtMs + 602_000;
		expect(await callWith(`Bearer ${token}`)).toMatchObject(STALE);
	});

	it('lives 24 hours at most, whatever it says', async () => {
		const token = appToken(7 * 24 * 3600);
		const builtAtMs = Date.now();
		const { settings } = simulator();

		settings.now = () => builtAtMs + 24 * 3600_000 - 5000;
		expect((await callWith(`Bearer ${token}`)).status).toBe(200);
		settings.now = () => builtAtMs + 24 * 3600_000 + 5000;
		expect(await callWith(`Bearer ${token}`)).toMatchObject(STALE);
	});

	it('is refused when issued well after the service believes it is', async () => {
		const token = appToken();
		const builtAtMs = Date.now();

		simulator().settings.now = () => builtAtMs - 120_000;
		expect(await callWith(`Bearer ${token}`)).toMatchObject(FOREIGN);
	});

	it('is refused when signed with another certificate or for another app', async () => {
		const { appId, appCertificate } = simulator().credentials;
		const otherCertificate = ChatTokenBuilder.buildAppToken(appId, OTHER_KEY, 600);
		const otherApp = ChatTokenBuilder.buildAppToken(OTHER_KEY, appCertificate, 600);

		expect(await callWith(`Bearer ${otherCertificate}`)).toMatchObject(FOREIGN);
		expect(await callWith(`Bearer ${otherApp}`)).toMatchObject(FOREIGN);
	});

	it('is refused for another service or for a user', async () => {
		const { appId, appCertificate } = simulator().credentials;
		for (const token of [
			FpaTokenBuilder.buildToken(appId, appCertificate),
			ChatTokenBuilder.buildUserToken(appId, appCertificate, 'user', 600),
			EducationTokenBuilder.buildUserToken(appId, appCertificate, 'user', 600),
		]) {
			expect(await callWith(`Bearer ${token}`)).toMatchObject(FOREIGN);
		}
	});

	it('is refused when cut or garbled', async () => {
		const token = appToken();

		expect(await callWith(`Bearer ${token.slice(0, 40)}`)).toMatchObject(CORRUPT);
		expect(await callWith('Bearer 007garbage')).toMatchObject(CORRUPT);
		expect(await callWith('Bearer 007')).toMatchObject(CORRUPT);
	});

	it('can be made to die with all the others, while a new one works', async () => {
		const token = appToken();
		await callWith(`Bearer ${token}`);
		simulator().tokens.expireAllUsed();

		expect(await callWith(`Bearer ${token}`)).toMatchObject(STALE);
		expect((await callWith(`Bearer ${appToken()}`)).status).toBe(200);
	});
});

describe('header', () => {
	it('must be there', async () => {
		expect(await callWith(null)).toMatchObject(STALE);
		expect(simulator().requests[0]).toMatchObject({ token: 'none', status: 401 });
	});

	it.each(['YWMtSimulatorTokenThatIsNotASecret', 'Basic abc', 'Bearer', 'Bearer what?'])(
		'may not be %j',
		async (authorization) => {
			expect(await callWith(authorization)).toMatchObject(CORRUPT);
			expect(simulator().requests[0]).toMatchObject({ token: 'unknown' });
		},
	);

	it('may not carry a token that was issued elsewhere', async () => {
		expect(await callWith('Bearer YWMtSomebodyElse_-s')).toMatchObject(FOREIGN);
	});

	it('is never recorded', async () => {
		await callWith(`Bearer ${appToken()}`);

		expect(JSON.stringify(simulator().requests)).not.toContain('Bearer');
	});
});
