import fc from 'fast-check';

import type { ActionName, Weather, WeatherRule } from '../../../simulator/index.mts';

type Rule = WeatherRule & { action: ActionName };

const status = (
	code: number,
	more: { retryAfter?: string; page?: 'html' } = {},
): Weather & { kind: 'status' } => ({ kind: 'status', status: code, ...more });

/** Nothing was done, and a later call may succeed. */
const PASSING: Weather[] = [
	status(429, { retryAfter: '0' }),
	status(429, { retryAfter: 'Wed, 21 Oct 2015 07:28:00 GMT' }),
	status(429),
	status(429, { retryAfter: '3600' }),
	status(503, { retryAfter: '0' }),
	status(503, { retryAfter: '0', page: 'html' }),
	status(503),
];

/** Nothing was done, and nothing will be. */
const REFUSING: Weather[] = [
	status(400),
	status(401),
	status(403),
	status(404, { page: 'html' }),
	status(413),
	{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
];

/** Nobody knows what was done. */
const LOSING: Weather[] = [
	status(408, { retryAfter: '0' }),
	status(500),
	status(500, { retryAfter: '0' }),
	status(502, { page: 'html' }),
	status(502, { retryAfter: '0' }),
	status(504, { retryAfter: '0', page: 'html' }),
	{ kind: 'reset' },
	{ kind: 'empty' },
	{ kind: 'halfJson' },
];

const HANG: Weather = { kind: 'hang' };

/** Answers that say nothing about any call. */
const SHAPES: unknown[] = ['[]', '{}', { data: null }, { data: true }, { data: [1] }, 'null', 'ok'];

const SHAPES_OF_USERS: unknown[] = [
	{ data: [] },
	{ data: {} },
	{ data: [{}] },
	{ data: 'success' },
];

const SHAPES_OF_CHANGES: unknown[] = [{ data: {} }, { data: { success: null } }, { data: [] }];

const SHAPES_BY_ACTION: Partial<Record<ActionName, unknown[]>> = {
	sendToUsers: SHAPES_OF_USERS,
	addLabelMembers: SHAPES_OF_CHANGES,
	removeLabelMembers: SHAPES_OF_CHANGES,
	createLabel: [{ data: {} }, { data: 'success' }],
	getLabel: [{ data: {} }, { data: [] }],
	sendToLabels: [{ data: {} }, { data: { taskId: null } }],
};

/** Missing `data` means here that the user is no member. */
const MEANS_SOMETHING: Partial<Record<ActionName, unknown[]>> = {
	getLabelMember: ['{}', { data: null }].map((shape) => JSON.stringify(shape)),
};

function shapesFor(action: ActionName): Weather[] {
	const legitimate = MEANS_SOMETHING[action] ?? [];
	return [...SHAPES, ...(SHAPES_BY_ACTION[action] ?? [])]
		.filter((shape) => !legitimate.includes(JSON.stringify(shape)))
		.map((body) => ({ kind: 'body', body }));
}

function weatherFor(action: ActionName): fc.Arbitrary<Pick<Rule, 'weather' | 'afterEffect'>> {
	const isList = action === 'listLabels' || action === 'listLabelMembers';
	const untouched = fc.constantFrom(false);
	const lost = { afterEffect: fc.boolean() };
	const told = { afterEffect: untouched };
	return fc.oneof(
		{ weight: 30, arbitrary: fc.record({ weather: fc.constantFrom(...PASSING), ...told }) },
		{ weight: 12, arbitrary: fc.record({ weather: fc.constantFrom(...REFUSING), ...told }) },
		{ weight: 40, arbitrary: fc.record({ weather: fc.constantFrom(...LOSING), ...lost }) },
		{
			weight: 16,
			arbitrary: fc.record({ weather: fc.constantFrom(...shapesFor(action)), ...lost }),
		},
		{ weight: 1, arbitrary: fc.record({ weather: fc.constant(HANG), ...lost }) },
		{ weight: isList ? 60 : 14, arbitrary: fc.record({ weather: bentOrBefore(isList), ...told }) },
	);
}

/** Half of a list of members would be a smaller label, which nobody could tell from what is there. */
function bentOrBefore(isList: boolean): fc.Arbitrary<Weather> {
	const ofList: Weather[] = [{ kind: 'repeatCursor' }, { kind: 'labelDeleted', label: 'big' }];
	return fc.constantFrom<Weather>(
		{ kind: 'slow', delayMs: 4 },
		{ kind: 'tokenExpires' },
		{ kind: 'labelDeleted', label: 'vip' },
		{ kind: 'labelDeleted', label: 'big' },
		...(isList ? [...ofList, ...ofList] : [{ kind: 'halfData' } as const]),
	);
}

/** Up to four rules for calls of these kinds. */
export function anyWeather(actions: readonly ActionName[]): fc.Arbitrary<Rule[]> {
	const anyRule = fc.constantFrom(...actions).chain((action) =>
		fc
			.record({
				what: weatherFor(action),
				spares: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(3)),
				extent: fc.oneof(
					fc.record({ times: fc.integer({ min: 1, max: 4 }) }),
					fc.record({ share: fc.constantFrom(0.3, 0.7) }),
				),
			})
			.map(({ what, spares, extent }): Rule => ({ ...what, ...extent, action, spares })),
	);
	return fc.array(anyRule, { maxLength: 4 });
}
