import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import {
	MESSAGES,
	REACHABLE_USERS,
	SMALL_POOL,
	type Choices,
	type NumberedRow,
	type SheetRow,
} from '../situations/situation.mts';
import { hasBadUsers, usersOf } from './cells.mts';
import {
	askedFor,
	bodyList,
	byColumn,
	isInFirstHalf,
	isRecord,
	keyOf,
	oneForEach,
	personOf,
	userFor,
	type OperationModel,
	type Subject,
} from './model.mts';

function messageParameters({ messageFormat }: Choices) {
	return messageFormat === 'json'
		? { messageFormat, messageJson: '={{ $json.message }}' }
		: { title: '={{ $json.title }}', content: '={{ $json.content }}' };
}

function hasBadMessage({ message }: SheetRow): boolean {
	return message === MESSAGES.length - 1;
}

/** A message, however its keys are ordered. */
function messageKey(value: unknown): string {
	return isRecord(value) ? keyOf(value.title, value.content) : '';
}

const messageOf = ({ message }: SheetRow): string => messageKey(MESSAGES[message]);

function carries({ body }: RecordedRequest, message: string): boolean {
	return isRecord(body) && messageKey(body.pushMessage) === message;
}

/** The users of an answer's entries: a synchronous push has an entry for each device of its one. */
function entriesOf(call: RecordedRequest, user: string, registered: string): string[] {
	const isSynchronous = isRecord(call.body) && call.body.async === false;
	const devices = SMALL_POOL.find(({ id }) => id === registered)?.devices ?? [];
	return isSynchronous && devices.length > 0 ? devices.map(() => user) : bodyList(call, 'targets');
}

export const sendToUsers: OperationModel = {
	actions: ['sendToUsers'],
	isPush: true,
	unit: 'users',
	parameters: (choices) => ({
		...messageParameters(choices),
		userIds: byColumn,
		waitForResult: choices.waitForResult,
	}),
	options: ({ allowAnyUserId }) => ({ allowAnyUserId }),
	isBad: (row, choices) => hasBadUsers(row, choices) || hasBadMessage(row),
	keyOf: ({ userId }) => keyOf(typeof userId === 'string' ? personOf(userId) : userId),

	subjects(rows, evidence) {
		const { choices, world } = evidence.situation;
		const tells = choices.waitForResult || world.asyncChecksTargets;
		const asked = askedFor(
			rows,
			(row) => usersOf(row).map((user) => ({ user, message: messageOf(row) })),
			({ user, message }) => keyOf(personOf(user), message),
		);
		return asked.map(({ what: { user, message }, rows: askers }): Subject => {
			return {
				key: keyOf(personOf(user)),
				claims: oneForEach(askers),
				calls: evidence.requests.filter(
					(call) =>
						call.action === 'sendToUsers' &&
						carries(call, message) &&
						bodyList(call, 'targets').includes(user),
				),
				answered: (call) => {
					const isLeftOut =
						call.weather === 'halfData' &&
						!isInFirstHalf(entriesOf(call, user, userFor(user, evidence.situation)), user);
					if (isLeftOut) return 'uncertain';
					return tells && !REACHABLE_USERS.has(userFor(user, evidence.situation))
						? 'refused'
						: 'accepted';
				},
				hasHappened: ({ pushStatus }) => {
					const mine = evidence.deliveries.filter(
						(one) => personOf(one.userId) === personOf(user) && messageKey(one.message) === message,
					);
					return pushStatus === 'SUCCESS' ? mine.some(({ reached }) => reached) : mine.length > 0;
				},
			};
		});
	},
};

export const sendToLabels: OperationModel = {
	actions: ['sendToLabels'],
	isPush: true,
	unit: 'tasks',
	parameters: (choices) => ({
		...messageParameters(choices),
		labelNames: '={{ $json.labels }}',
	}),
	isBad: (row) => hasBadMessage(row) || row.labels.length === 0 || row.labels.includes('no name'),
	keyOf: ({ labels }) => keyOf(labels),
	subjects: (rows, evidence) => tasks(rows, evidence, ({ labels }) => labels.toSorted()),
};

export const sendToAll: OperationModel = {
	actions: ['sendToAll'],
	isPush: true,
	unit: 'tasks',
	parameters: messageParameters,
	isBad: hasBadMessage,
	/** An error item does not repeat that no labels were asked for. */
	keyOf: () => keyOf([]),
	subjects: (rows, evidence) => tasks(rows, evidence, () => []),
};

/** One task for each distinct message and set of labels, for which its rows share one outcome. */
function tasks(
	rows: NumberedRow[],
	{ requests, tasks: started }: Evidence,
	labelsOf: (row: NumberedRow) => string[],
): Subject[] {
	const asked = askedFor(rows, (row) => [{ message: messageOf(row), labels: labelsOf(row) }]);
	return asked.map(({ what: { message, labels }, rows: askers }) => {
		const targets = keyOf(labels);
		return {
			key: targets,
			claims: [askers],
			calls: requests.filter(
				(call) => carries(call, message) && keyOf(bodyList(call, 'targets').toSorted()) === targets,
			),
			answered: () => 'accepted',
			hasHappened: ({ taskId }) => started.some((task) => task.taskId === taskId),
		};
	});
}
