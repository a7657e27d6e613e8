import type { RecordedRequest } from '../../../simulator/index.mts';
import { KNOWN_USERS, devicesOf } from '../situations/situation.mts';
import { hasBadUsers, usersOf } from './cells.mts';
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

function isLeftOut(call: RecordedRequest, user: string): boolean {
	return call.weather === 'halfData' && !isInFirstHalf(bodyList(call, 'usernames'), user);
}
