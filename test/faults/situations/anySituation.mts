import fc from 'fast-check';

import { USER_ID_CASES } from '../../../simulator/index.mts';
import type { OnError } from '../../support/nodeRun.mts';
import { modelOf } from '../models/index.mts';
import { anyRows } from './anyRow.mts';
import { anyWeather } from './anyWeather.mts';
import { KNOWN_USERS, LARGE_POOL, type Choices, type Situation, type World } from './situation.mts';

/**
 * More users than this would take too many calls when each has a call of his own; far fewer would
 * all be on their way before the first answer comes.
 */
const MOST_CALLED_ALONE = 120;

/** One in two hundred waits for seconds between its attempts, as the others must not. */
const anyMaxRetryWait = fc.oneof(
	{ weight: 199, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.constant(2) },
);

const anyChoices: fc.Arbitrary<Choices> = fc.record({
	messageFormat: fc.constantFrom('fields', 'json'),
	waitForResult: fc.boolean(),
	resultEndpoint: fc.constantFrom('single', 'sync'),
	maxRecipients: fc.constantFrom(0, 0, 2, 100),
	maxPushesPerAudience: fc.constantFrom(0, 0, 1, 2),
	allowAnyUserId: fc.boolean(),
	ifExists: fc.constantFrom('fail', 'return'),
	returnAll: fc.boolean(),
	limit: fc.constantFrom(1, 2, 100, 150),
	syncMode: fc.constantFrom('mirror', 'addMissing', 'removeExtra'),
	dryRun: fc.constantFrom(false, false, false, true),
	output: fc.constantFrom('changes', 'all', 'summary'),
	allowEmpty: fc.boolean(),
	createMissingLabel: fc.boolean(),
	maxRemovalPercent: fc.constantFrom(50, 100, 100),
	ownedLabels: fc.constantFrom('', '', '*', 'o*'),
	includeInputFields: fc.boolean(),
	maxRetries: fc.nat(3),
	maxRetryWait: anyMaxRetryWait,
});

/** No page of it ends where the list ends, which would make a repeated cursor the last thing said. */
const bigLabel = fc.constantFrom(97, 101, 150, 199, 230).map((count) => LARGE_POOL.slice(0, count));

const members = fc.subarray(KNOWN_USERS.slice(0, 8));

const anyWorld: fc.Arbitrary<World> = fc.record({
	labels: fc.record({
		vip: members,
		oslo: members,
		old: members,
		big: bigLabel,
	}),
	asyncChecksTargets: fc.boolean(),
	cursorWhenPageIsFull: fc.boolean(),
	nonMemberData: fc.constantFrom('empty', 'null', 'absent'),
	unknownLabelStatus: fc.constantFrom(400, 404),
	userIdCase: fc.constantFrom(...USER_ID_CASES),
});

const anyOnError = fc.constantFrom<OnError>(
	'stopWorkflow',
	'continueRegularOutput',
	'continueErrorOutput',
);

export function anySituation(operations: readonly string[]): fc.Arbitrary<Situation> {
	return fc.constantFrom(...operations).chain((operation) =>
		fc
			.record({
				operation: fc.constant(operation),
				rows: anyRows,
				choices: anyChoices,
				world: anyWorld,
				weather: anyWeather(modelOf(operation).actions),
				onError: anyOnError,
				authentication: fc.constantFrom('appToken', 'appCertificate'),
			})
			.map(withFewCalls)
			.map((situation) => ({ ...situation, [fc.toStringMethod]: () => inShort(situation) })),
	);
}

function withFewCalls(situation: Situation): Situation {
	const users = situation.rows.reduce((sum, row) => sum + row.users.length, 0);
	if (users <= MOST_CALLED_ALONE) return situation;
	return { ...situation, choices: { ...situation.choices, waitForResult: false } };
}

/** As JSON, in which a long list of users is told by its ends. */
function inShort(situation: Situation): string {
	return JSON.stringify(situation, (_key, value: unknown) => {
		const isLong = Array.isArray(value) && value.length > 12;
		return isLong ? [String(value[0]), `… ${value.length - 2} more`, String(value.at(-1))] : value;
	});
}
