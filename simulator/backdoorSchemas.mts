import { ACTION_NAMES } from './actions/index.mts';
import { RATE_LIMITS } from './rates.mts';
import { USER_ID_CASES } from './userIdCase.mts';

/** JSON schemas of what the back door takes in; the types they stand for are named beside them. */

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const wholeNumber = { type: 'integer', minimum: 0 };
const positive = { type: 'integer', minimum: 1 };
const status = { type: 'integer', minimum: 200, maximum: 599 };

function object(properties: object, required: readonly string[] = []) {
	return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(items: object) {
	return { type: 'array', items };
}

/** A string, or the longer form of the same thing. */
function textOr(longForm: object) {
	return { if: { type: 'string' }, then: text, else: longForm };
}

const device = object(
	{ provider: text, failure: text, deviceId: text, deviceToken: text, notifierName: text },
	['provider'],
);
const user = object({ id: text, exists: flag, devices: listOf(textOr(device)) }, ['id']);
const label = object(
	{ name: text, exists: flag, description: { type: 'string' }, members: listOf(text) },
	['name'],
);

/** `Seed`. */
export const seedSchema = object({ users: listOf(textOr(user)), labels: listOf(label) });

function weather(kind: string, properties: object = {}, required: readonly string[] = []) {
	return object({ kind: { const: kind }, ...properties }, required);
}

/** `WeatherRule`. */
export const weatherRuleSchema = object(
	{
		weather: {
			type: 'object',
			discriminator: { propertyName: 'kind' },
			required: ['kind'],
			oneOf: [
				weather('status', { status, retryAfter: text, page: { enum: ['json', 'html'] } }, [
					'status',
				]),
				weather('body', { body: {}, status, contentType: text }, ['body']),
				weather('empty'),
				weather('halfJson'),
				weather('hang'),
				weather('reset'),
				weather('slow', { delayMs: wholeNumber }, ['delayMs']),
				weather('redirect', { location: text, status }, ['location']),
				weather('repeatCursor'),
				weather('halfData'),
				weather('tokenExpires'),
				weather('labelDeleted', { label: text }, ['label']),
			],
		},
		action: { enum: ACTION_NAMES },
		method: { enum: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] },
		path: { type: 'string', format: 'regex' },
		spares: wholeNumber,
		times: positive,
		share: { type: 'number', minimum: 0, maximum: 1 },
		afterEffect: flag,
	},
	['weather'],
);

/** `ChangeableSettings`. */
export const settingsSchema = object({
	orgName: text,
	appName: text,
	appId: { type: 'string', pattern: '^[0-9A-Fa-f]{32}$' },
	appCertificate: { type: 'string', pattern: '^[0-9A-Fa-f]{32}$' },
	clientId: text,
	clientSecret: text,
	staticTokens: listOf(text),
	pushServiceOpen: flag,
	createUnknownUsers: flag,
	rates: { enum: ['off', 'on'] },
	rateLimits: object(Object.fromEntries(Object.keys(RATE_LIMITS).map((name) => [name, positive]))),
	plan: { enum: ['paid', 'free'] },
	taskDurationMs: wholeNumber,
	serviceClockOffsetMinutes: { type: 'integer', minimum: -720, maximum: 840 },
	labelsPerApp: wholeNumber,
	membersPerLabel: wholeNumber,
	labelsPerPush: positive,
	labelCaseSensitive: flag,
	userIdCase: { enum: USER_ID_CASES },
	wideCharactersCountTwice: flag,
	cursorWhenPageIsFull: flag,
	nonMemberData: { enum: ['empty', 'null', 'absent'] },
	unknownLabelStatus: { enum: [400, 404] },
	asyncChecksTargets: flag,
	asyncFalseIgnored: flag,
	randomSeed: wholeNumber,
	recordsKept: { type: ['integer', 'null'], minimum: 1 },
});

/** `{ token }`; without a token it means every token that was honoured so far. */
export const expireSchema = object({ token: text });
export const revokeSchema = object({ token: text }, ['token']);
/** `?last=N`: only the newest entries of a list. */
export const lastSchema = object({ last: { type: 'string', pattern: '^[1-9]\\d{0,8}$' } });
