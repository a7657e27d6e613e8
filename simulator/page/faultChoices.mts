import type { RuleInForce, Weather, WeatherRule } from '../weather.mts';

/** A fault that the page offers. */
export interface FaultChoice {
	readonly id: string;
	readonly words: string;
	readonly rule: (seconds: number) => Pick<WeatherRule, 'weather' | 'afterEffect'>;
}

export const FAULT_CHOICES: readonly FaultChoice[] = [
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
		words: 'No answer at all',
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
	{ id: 'share', words: 'A percentage of all', extent: (percent) => ({ share: percent / 100 }) },
];

export const FAULT_NAMES: Readonly<Record<Weather['kind'], string>> = {
	status: 'Error status',
	body: 'Other answer',
	empty: 'Empty answer',
	redirect: 'Redirect',
	hang: 'No answer at all',
	reset: 'Broken connection',
	halfJson: 'Half an answer',
	slow: 'Slow answer',
	repeatCursor: 'Repeated cursor',
	halfData: 'Half of the results',
	tokenExpires: 'Expired token',
	labelDeleted: 'Deleted label',
};

/** A rule in force, in words. */
export function describeRule(rule: RuleInForce): string {
	return `${describeFault(rule)}: ${describeTarget(rule)}`;
}

function describeFault({ weather, afterEffect = false }: WeatherRule): string {
	switch (weather.kind) {
		case 'status': {
			const { status, retryAfter, page = 'json' } = weather;
			const wait = retryAfter === undefined ? '' : `, Retry-After ${retryAfter}`;
			return `${status} as ${page === 'html' ? 'an HTML page' : 'JSON'}${wait}`;
		}
		case 'slow':
			return `Answer ${weather.delayMs / 1000} s late`;
		default:
			return FAULT_NAMES[weather.kind] + (afterEffect ? ', after the work is done' : '');
	}
}

function describeTarget({ action, share, left }: RuleInForce): string {
	const part = share === undefined ? '' : `${Math.round(share * 100)} % of `;
	const requests = `${action === undefined ? '' : `${action} `}request${left === 1 ? '' : 's'}`;
	if (left === Infinity) return `${part}all ${requests}`;
	return `${part}the next ${left === 1 ? '' : `${left} `}${requests}`;
}
