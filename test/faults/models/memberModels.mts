import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import { endingOf } from '../oracle/recordedOutcomes.mts';
import { COLUMN } from '../situations/entries.mts';
import { KNOWN_USERS, type SheetRow, type Situation } from '../situations/situation.mts';
import { hasBadUsers, usersOf } from './cells.mts';
import { isLimitReached, limited, pathEndsWith } from './labelModels.mts';
import {
	askedFor,
	bodyList,
	byColumn,
	byName,
	byTags,
	hasBadLabel,
	hasBadTags,
	isInFirstHalf,
	keyOf,
	oneForEach,
	personOf,
	userFor,
	type OutcomeKind,
	type OperationModel,
} from './model.mts';

export const memberKey = ({ label, username }: { label?: unknown; username?: unknown }): string =>
	keyOf(label, typeof username === 'string' ? personOf(username) : username);

export type Change = 'add' | 'remove';

export const ACTIONS = { add: 'addLabelMembers', remove: 'removeLabelMembers' } as const;

export function changesOf(
	{ requests }: Evidence,
	change: Change,
	label: string,
	user: string,
): RecordedRequest[] {
	return requests.filter(
		(call) =>
			call.action === ACTIONS[change] &&
			pathEndsWith(call, `/${label}/user`) &&
			bodyList(call, 'usernames').includes(user),
	);
}

/** The service knows no user of the small pool whom it was not given. */
export function answeredFor(
	user: string,
	call: RecordedRequest,
	situation: Situation,
): OutcomeKind {
	const isKnown = (other: string) => KNOWN_USERS.includes(userFor(other, situation));
	if (!isKnown(user)) return 'refused';
	const known = bodyList(call, 'usernames').filter(isKnown);
	const isLeftOut = call.weather === 'halfData' && !isInFirstHalf(known, user);
	return isLeftOut ? 'uncertain' : 'accepted';
}

/** Whether the label is now as the change would have it, or was until someone deleted it. */
export function isChanged(
	evidence: Evidence,
	change: Change,
	label: string,
	writtenUser: string,
): boolean {
	const { labelChanges, situation } = evidence;
	const user = personOf(writtenUser);
	if (labelChanges.some((one) => one.label === label && one.change === 'deleted')) {
		const isOnRecord = labelChanges.some(
			(one) =>
				one.label === label &&
				one.usernames.includes(user) &&
				one.change === (change === 'add' ? 'membersAdded' : 'membersRemoved'),
		);
		const wasMember = situation.world.labels[label]?.includes(user) ?? false;
		return isOnRecord || wasMember === (change === 'add');
	}
	return evidence.membersAfter(label).includes(user) === (change === 'add');
}

function changeModel(change: Change): OperationModel {
	const done = change === 'add' ? 'added' : 'removed';
	return {
		actions: [ACTIONS[change]],
		isPush: false,
		unit: 'users',
		parameters: () => ({ label: byTags, userIds: byColumn }),
		options: ({ allowAnyUserId }) => ({ allowAnyUserId }),
		isBad: (row, choices) => hasBadUsers(row, choices) || row.tags.length === 0 || hasBadTags(row),
		keyOf: memberKey,

		subjects: (rows, evidence) =>
			askedFor(
				rows,
				(row) => row.tags.flatMap((label) => usersOf(row).map((username) => ({ username, label }))),
				memberKey,
			).map(({ what: { username, label }, rows: askers }) => ({
				key: memberKey({ label, username }),
				claims: oneForEach(askers),
				calls: changesOf(evidence, change, label, username),
				answered: (call) => answeredFor(username, call, evidence.situation),
				hasHappened: ({ status }) =>
					status === done && isChanged(evidence, change, label, username),
			})),
	};
}

export const addMembers = changeModel('add');

export const removeMembers = changeModel('remove');

const firstIn = ({ users }: SheetRow) => ({
	users: users.slice(0, 1),
	writtenAs: 'lines' as const,
});
const userIn = (row: SheetRow): string => usersOf(firstIn(row)).join('');

export const getMember: OperationModel = {
	actions: ['getLabelMember'],
	isPush: false,
	unit: 'users',
	parameters: () => ({ label: byName, userId: `={{ $json.first.${COLUMN} }}` }),
	options: ({ allowAnyUserId }) => ({ allowAnyUserId }),
	isBad: (row, choices) =>
		hasBadLabel(row) || row.writtenAs === 'json' || hasBadUsers(firstIn(row), choices),
	keyOf: memberKey,

	subjects: (rows, { requests, situation }) =>
		askedFor(rows, (row) => [{ label: row.label, username: userIn(row) }], memberKey).map(
			({ what: { label, username }, rows: askers }) => ({
				key: memberKey({ label, username }),
				claims: oneForEach(askers),
				calls: requests.filter(
					(call) =>
						call.action === 'getLabelMember' && pathEndsWith(call, `/${label}/user/${username}`),
				),
				answered: () => 'accepted',
				hasHappened: ({ isMember }) =>
					isMember ===
					(situation.world.labels[label]?.includes(userFor(username, situation)) ?? false),
			}),
		),
};

export const getAllMembers: OperationModel = {
	actions: ['listLabelMembers'],
	isPush: false,
	unit: 'lists',
	parameters: ({ returnAll, limit }) => ({ label: byName, returnAll, limit }),
	isBad: hasBadLabel,
	keyOf: memberKey,

	subjects: (rows, { requests, situation }) =>
		askedFor(rows, ({ label }) => [label]).map(({ what: label, rows: askers }) => {
			const calls = requests.filter(
				(call) => call.action === 'listLabelMembers' && pathEndsWith(call, `/${label}/user`),
			);
			const entries = limited(situation.world.labels[label] ?? [], situation);
			const pages = new Set(
				calls.filter((call) => endingOf(call) === 'answered').map(({ rawPath }) => rawPath),
			);
			const isReadToItsEnd = pages.size >= Math.max(1, Math.ceil(entries.length / 100));
			return {
				key: keyOf(label, undefined),
				claims: oneForEach(askers),
				calls,
				answered: () => (isReadToItsEnd ? 'accepted' : 'not tried'),
				isComplete: isReadToItsEnd && isLimitReached(entries, situation),
				hasHappened: () => true,
				entries: entries.map((user) => keyOf(label, user)),
			};
		}),
};
