import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import {
	devicesOf,
	MESSAGES,
	REACHABLE_USERS,
	type Choices,
	type NumberedRow,
	type SheetRow,
} from '../situations/situation.mts';
import { recordedOutcomes } from '../oracle/recordedOutcomes.mts';
import { hasBadUsers, usersOf } from './cells.mts';
import { pathEndsWith } from './labelModels.mts';
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
	type OutcomeKind,
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

export const sendToUsers: OperationModel = {
	actions: ['sendToUsers', 'sendToOne'],
	isPush: true,
	unit: 'users',
	parameters: (choices) => ({
		...messageParameters(choices),
		userIds: byColumn,
		waitForResult: choices.waitForResult,
		dryRun: choices.dryRun,
	}),
	options: ({ allowAnyUserId, resultEndpoint, maxRecipients }) => ({
		...{ allowAnyUserId, resultEndpoint, maxRecipients },
	}),
	isBad: (row, choices) => hasBadUsers(row, choices) || hasBadMessage(row),
	keyOf: ({ userId }) => keyOf(typeof userId === 'string' ? personOf(userId) : userId),

	subjects(rows, evidence) {
		const { choices } = evidence.situation;
		const asked = askedFor(
			rows,
			(row) => usersOf(row).map((user) => ({ user, message: messageOf(row) })),
			({ user, message }) => keyOf(personOf(user), message),
		);
		const people = new Set(asked.map(({ what: { user } }) => personOf(user)));
		const isHeldBack = exceeds(people.size, choices.maxRecipients);
		return asked.map(({ what: { user, message }, rows: askers }): Subject => {
			const mine = evidence.deliveries.filter(
				(one) => personOf(one.userId) === personOf(user) && messageKey(one.message) === message,
			);
			return {
				key: keyOf(personOf(user)),
				claims: oneForEach(askers),
				calls: evidence.requests.filter((call) => carries(call, message) && isFor(call, user)),
				decided: decidedBefore(choices, isHeldBack),
				answered: (call) => answeredFor(user, call, evidence),
				hasHappened({ pushStatus }) {
					if (choices.dryRun) return pushStatus === 'DRY_RUN' && mine.length === 0;
					return pushStatus === 'SUCCESS' ? mine.some(({ reached }) => reached) : mine.length > 0;
				},
			};
		});
	},
};

function isFor(call: RecordedRequest, user: string): boolean {
	return call.action === 'sendToOne'
		? call.path.endsWith(`/push/sync/${user}`)
		: bodyList(call, 'targets').includes(user);
}

function answeredFor(user: string, call: RecordedRequest, { situation }: Evidence): OutcomeKind {
	const { choices, world } = situation;
	const isLeftOut = choices.waitForResult
		? devicesOf(userFor(user, situation)) < 2
		: !isInFirstHalf(bodyList(call, 'targets'), user);
	if (call.weather === 'halfData' && isLeftOut) return 'uncertain';
	const tells = choices.waitForResult || world.asyncChecksTargets;
	return tells && !REACHABLE_USERS.has(userFor(user, situation)) ? 'refused' : 'accepted';
}

function exceeds(count: number, limit: number): boolean {
	return limit > 0 && count > limit;
}

/** What becomes of a push for which no call is made. */
function decidedBefore({ dryRun }: Choices, isHeldBack: boolean): OutcomeKind | undefined {
	if (dryRun) return 'accepted';
	return isHeldBack ? 'failed' : undefined;
}

export const sendToLabels: OperationModel = {
	actions: ['sendToLabels', 'getLabel'],
	isPush: true,
	unit: 'tasks',
	parameters: (choices) => ({
		...messageParameters(choices),
		labelNames: '={{ $json.labels }}',
		dryRun: choices.dryRun,
	}),
	options: ({ maxRecipients, maxPushesPerAudience }) => ({ maxRecipients, maxPushesPerAudience }),
	isBad: (row) => hasBadMessage(row) || row.labels.length === 0 || row.labels.includes('no name'),
	keyOf: ({ labels }) => keyOf(labels),
	subjects: (rows, evidence) => tasks(rows, evidence, ({ labels }) => labels.toSorted()),
};

export const sendToAll: OperationModel = {
	actions: ['sendToAll'],
	isPush: true,
	unit: 'tasks',
	parameters: (choices) => ({ ...messageParameters(choices), dryRun: choices.dryRun }),
	options: ({ maxPushesPerAudience }) => ({ maxPushesPerAudience }),
	isBad: hasBadMessage,
	/** An error item does not repeat that no labels were asked for. */
	keyOf: () => keyOf([]),
	subjects: (rows, evidence) => tasks(rows, evidence, () => []),
};

/** One task for each distinct message and set of labels, for which its rows share one outcome. */
function tasks(
	rows: NumberedRow[],
	evidence: Evidence,
	labelsOf: (row: NumberedRow) => string[],
): Subject[] {
	const { requests, tasks: started, situation } = evidence;
	const { choices } = situation;
	const asked = askedFor(rows, (row) => [{ message: messageOf(row), labels: labelsOf(row) }]);
	const counts = asked.map(({ what: { labels } }) => countOf(labels, evidence));
	const reachesTooMany = counts.some((count) => exceeds(count ?? 0, choices.maxRecipients));
	return asked.map(({ what: { message, labels }, rows: askers }, index) => {
		const targets = keyOf(labels);
		const alike = asked.filter(
			({ what }, other) => keyOf(what.labels) === targets && counts[other] !== undefined,
		);
		const isHeldBack = reachesTooMany || exceeds(alike.length, choices.maxPushesPerAudience);
		return {
			key: targets,
			claims: [askers],
			calls: requests.filter(
				(call) => carries(call, message) && keyOf(bodyList(call, 'targets').toSorted()) === targets,
			),
			decided: counts[index] === undefined ? 'failed' : decidedBefore(choices, isHeldBack),
			answered: () => 'accepted',
			hasHappened: ({ taskId, dryRun }) =>
				choices.dryRun
					? dryRun === true && started.length === 0
					: started.some((task) => task.taskId === taskId),
		};
	});
}

/** How many users the smallest label has; 0 where nobody asks, undefined where a label was not read. */
function countOf(labels: string[], { requests, situation }: Evidence): number | undefined {
	const { choices, world } = situation;
	if (labels.length === 0 || (!choices.dryRun && choices.maxRecipients === 0)) return 0;
	const counts = labels.map((label) => {
		const calls = requests.filter(
			(call) => call.action === 'getLabel' && pathEndsWith(call, `/${label}`),
		);
		const [outcome] = recordedOutcomes({ calls, answered: () => 'accepted' });
		return outcome === 'accepted' ? (world.labels[label]?.length ?? 0) : undefined;
	});
	return counts.includes(undefined) ? undefined : Math.min(...counts.map((count = 0) => count));
}
