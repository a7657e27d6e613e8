import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import { recordedOutcomes } from '../oracle/recordedOutcomes.mts';
import { KNOWN_USERS, devicesOf } from '../situations/situation.mts';
import { hasBadUsers, usersOf } from './cells.mts';
import { pathEndsWith, saysMissing } from './labelModels.mts';
import {
	askedFor,
	bodyList,
	byColumn,
	isInFirstHalf,
	keyOf,
	oneForEach,
	personOf,
	userFor,
	type OperationModel,
	type OutcomeKind,
} from './model.mts';

const lookUp: Pick<
	OperationModel,
	'isPush' | 'unit' | 'parameters' | 'options' | 'isBad' | 'keyOf'
> = {
	isPush: false,
	unit: 'users',
	parameters: () => ({ userIds: byColumn }),
	options: ({ allowAnyUserId }) => ({ allowAnyUserId }),
	isBad: hasBadUsers,
	keyOf: ({ userId }) => keyOf(typeof userId === 'string' ? personOf(userId) : userId),
};

export const getDevices: OperationModel = {
	...lookUp,
	actions: ['getUserDevices'],

	subjects: (rows, { requests, situation }) =>
		askedFor(rows, usersOf, personOf).map(({ what: user, rows: askers }) => ({
			key: keyOf(personOf(user)),
			claims: oneForEach(askers),
			calls: requests.filter(
				(call) => call.action === 'getUserDevices' && call.path.endsWith(`/${user}/push/binding`),
			),
			answered: () => 'accepted',
			orElse: 'accepted',
			hasHappened: ({ exists, deviceCount }) => {
				const registered = userFor(user, situation);
				const isKnown = KNOWN_USERS.includes(registered);
				return exists === isKnown && deviceCount === (isKnown ? devicesOf(registered) : 0);
			},
		})),
};

export const getStatus: OperationModel = {
	...lookUp,
	actions: ['getUserStatuses'],

	subjects: (rows, { requests }) =>
		askedFor(rows, usersOf, personOf).map(({ what: user, rows: askers }) => ({
			key: keyOf(personOf(user)),
			claims: oneForEach(askers),
			calls: requests.filter(
				(call) => call.action === 'getUserStatuses' && bodyList(call, 'usernames').includes(user),
			),
			answered: (call) => (isLeftOut(call, user) ? 'refused' : 'accepted'),
			hasHappened: ({ isOnline, status }) => isOnline === false && status === 'offline',
		})),
};

export const getLabels: OperationModel = {
	...lookUp,
	actions: ['listLabels', 'getLabelMember', 'listLabelMembers'],

	subjects: (rows, evidence) =>
		askedFor(rows, usersOf, personOf).map(({ what: user, rows: askers }) => {
			const { labels } = evidence.situation.world;
			const deleted = evidence.labelChanges.map(({ label }) => label);
			const left = Object.keys(labels).filter((label) => !deleted.includes(label));
			const carried = left.filter((label) => carries(label, user, evidence));
			return {
				key: keyOf(personOf(user)),
				claims: oneForEach(askers),
				calls: [],
				answered: () => 'accepted',
				decided: readingOf(Object.keys(labels), user, evidence),
				hasHappened: ({ labels: told, labelCount }) =>
					Array.isArray(told) &&
					told.length === labelCount &&
					keyOf(told.filter((label) => !deleted.includes(String(label))).sort()) ===
						keyOf(carried.sort()),
			};
		}),
};

/** What became of all that has to be read for a user. Reading changes nothing. */
function readingOf(labels: string[], user: string, evidence: Evidence): OutcomeKind {
	const { requests, labelChanges } = evidence;
	const listing = requests.filter(({ action }) => action === 'listLabels');
	const ofLabels = labels
		.map((label) => ({
			isDeleted: labelChanges.some((one) => one.label === label),
			calls: requests.filter((call) => isLookUp(call, label, user) || isPageOf(call, label)),
		}))
		.filter(({ isDeleted, calls }) => !isDeleted || calls.length > 0)
		.map(({ calls }) => calls);
	const outcomes = [listing, ...ofLabels].map((calls) => {
		const last = calls.at(-1);
		if (last !== undefined && saysMissing(last)) return 'accepted';
		return recordedOutcomes({ calls, answered: () => 'accepted' })[0];
	});
	if (outcomes.every((outcome) => outcome === 'accepted')) return 'accepted';
	return outcomes.some((outcome) => outcome === 'failed' || outcome === 'uncertain')
		? 'failed'
		: 'not tried';
}

/** A user who is looked for is one as the service tells users apart; in a list, case does not count. */
function carries(label: string, user: string, { requests, situation }: Evidence): boolean {
	const isLookedFor = requests.some((call) => isLookUp(call, label, user));
	const members = situation.world.labels[label] ?? [];
	return members.includes(isLookedFor ? userFor(user, situation) : personOf(user));
}

function isLookUp(call: RecordedRequest, label: string, user: string): boolean {
	return call.action === 'getLabelMember' && pathEndsWith(call, `/${label}/user/${user}`);
}

function isPageOf(call: RecordedRequest, label: string): boolean {
	return call.action === 'listLabelMembers' && pathEndsWith(call, `/${label}/user`);
}

function isLeftOut(call: RecordedRequest, user: string): boolean {
	return call.weather === 'halfData' && !isInFirstHalf(bodyList(call, 'usernames'), user);
}
