import type { RuleInForce, WeatherRule } from '../weather.mts';

/** Something bad that can happen to a request. */
export interface WeatherChoice {
	readonly id: string;
	readonly words: string;
	readonly rule: (seconds: number) => Pick<WeatherRule, 'weather' | 'afterEffect'>;
}

export const WEATHER_CHOICES: readonly WeatherChoice[] = [
	{
		id: 'tooMany',
		words: '429 with Retry-After',
		rule: (seconds) => ({
			weather: { kind: 'status', status: 429, retryAfter: String(seconds) },
		}),
	},
	{
		id: 'badGateway',
		words: '502 as an HTML page',
		rule: () => ({ weather: { kind: 'status', status: 502, page: 'html' } }),
	},
	{
		id: 'unavailable',
		words: '503 as JSON',
		rule: () => ({ weather: { kind: 'status', status: 503 } }),
	},
	{
		id: 'lostAnswer',
		words: 'Lost answer: done, then the connection breaks',
		rule: () => ({ weather: { kind: 'reset' }, afterEffect: true }),
	},
	{
		id: 'reset',
		words: 'Broken connection, nothing done',
		rule: () => ({ weather: { kind: 'reset' } }),
	},
	{
		id: 'slow',
		words: 'Slow answer',
		rule: (seconds) => ({ weather: { kind: 'slow', delayMs: seconds * 1000 } }),
	},
	{
		id: 'hang',
		words: 'Never an answer',
		rule: () => ({ weather: { kind: 'hang' } }),
	},
	{
		id: 'halfJson',
		words: 'Half an answer',
		rule: () => ({ weather: { kind: 'halfJson' } }),
	},
];

/** How many requests it happens to. */
export interface ExtentChoice {
	readonly id: string;
	readonly words: string;
	readonly extent: (percent: number) => Pick<WeatherRule, 'times' | 'share'>;
}

export const EXTENT_CHOICES: readonly ExtentChoice[] = [
	{ id: 'next', words: 'The next request', extent: () => ({ times: 1 }) },
	{ id: 'nextTen', words: 'The next 10', extent: () => ({ times: 10 }) },
	{ id: 'share', words: 'A share of all', extent: (percent) => ({ share: percent / 100 }) },
];

/** A rule in force, in words. */
export function describeRule(rule: RuleInForce): string {
	return `${describeWeather(rule)}, ${describeTarget(rule)}`;
}

function describeWeather({ weather, afterEffect = false }: WeatherRule): string {
	switch (weather.kind) {
		case 'status': {
			const { status, retryAfter, page = 'json' } = weather;
			const wait = retryAfter === undefined ? '' : `, Retry-After ${retryAfter}`;
			return `${status} as ${page === 'html' ? 'an HTML page' : 'JSON'}${wait}`;
		}
		case 'slow':
			return `Answer ${weather.delayMs / 1000} s late`;
		default:
			return afterEffect ? `${weather.kind} after the effect` : weather.kind;
	}
}

function describeTarget({ action, share, left }: RuleInForce): string {
	const times = left === Infinity ? 'all' : `the next ${left}`;
	const extent = share === undefined ? times : `${Math.round(share * 100)} % of ${times}`;
	return `${extent} (${action ?? 'any request'})`;
}
