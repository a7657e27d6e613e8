import type { Evidence } from '../evidence.mts';
import { endingOf, recordedOutcomes } from '../oracle/recordedOutcomes.mts';
import type { Choices, NumberedRow, SheetRow } from '../situations/situation.mts';
import { namesNobody, namesNoUser, usersOf } from './cells.mts';
import { pathEndsWith } from './labelModels.mts';
import { ACTIONS, memberKey } from './memberModels.mts';
import {
	askedFor,
	byColumn,
	byTags,
	hasBadTags,
	isRecord,
	keyOf,
	personOf,
	type OutcomeKind,
	type OperationModel,
	type Subject,
} from './model.mts';
import { isReadingOf, listingOf, readingOf } from './syncReading.mts';
import { changed, kept, leftAlone } from './syncSubjects.mts';
import { summaryOf } from './syncSummary.mts';

/** A label, the rows that name it, and whom they want in it, as first written. */
export interface LabelToSync {
	label: string;
	rows: number[];
	wanted: { what: string; rows: number[] }[];
}

export const sync: OperationModel = {
	actions: [
		'listLabels',
		'listLabelMembers',
		'listLabelMembers',
		'createLabel',
		ACTIONS.add,
		ACTIONS.remove,
	],
	isPush: false,
	unit: 'users',
	parameters: ({ syncMode, dryRun, output }) => ({
		label: byTags,
		userIds: byColumn,
		syncMode,
		dryRun,
		output,
	}),
	options: ({
		allowAnyUserId,
		allowEmpty,
		createMissingLabel,
		maxRemovalPercent,
		ownedLabels,
	}) => ({
		allowAnyUserId,
		allowEmpty,
		createMissingLabel,
		maxRemovalPercent,
		...(ownedLabels === '' ? {} : { ownedLabels }),
	}),
	isBad: (row, choices) => isRefusedBlank(row, choices) || isUnreadable(row, choices),
	keyOf: memberKey,

	subjects: (rows, evidence) => [
		...askedFor(rows, ({ tags }) => tags).flatMap(({ what: label, rows: askers }) => {
			const ofLabel = rows.filter((row) => row.tags.includes(label));
			const wanted = askedFor(ofLabel, usersOf, personOf);
			return subjectsOf({ label, rows: askers, wanted }, evidence);
		}),
		...unnamedSubjects(rows, evidence),
	],
};

/** Labels that the input owns and that no row names. */
function unnamedSubjects(rows: NumberedRow[], evidence: Evidence): Subject[] {
	const { choices, world } = evidence.situation;
	const last = rows.at(-1);
	if (choices.ownedLabels === '' || choices.syncMode === 'addMissing' || last === undefined) {
		return [];
	}
	const toSync = (label: string): LabelToSync => ({ label, rows: [last.row], wanted: [] });
	const listing = listingOf(evidence);
	if (listing !== 'accepted') {
		return leftAlone(toSync(choices.ownedLabels), evidence, listing);
	}
	const blankRows = evidence.badRows.filter((row) => isRefusedBlank(row, choices));
	const named = new Set([...rows, ...blankRows].flatMap(({ tags }) => tags));
	return Object.keys(world.labels)
		.filter((label) => !named.has(label) && isOwned(label, choices) && isListed(label, evidence))
		.flatMap((label) => subjectsOf(toSync(label), evidence));
}

/** One that was deleted on the way may have been there when the labels were listed. */
function isListed(label: string, { labelChanges, requests }: Evidence): boolean {
	const isDeleted = labelChanges.some((one) => one.label === label && one.change === 'deleted');
	return !isDeleted || requests.some((call) => isReadingOf(call, label));
}

function isOwned(label: string, { ownedLabels }: Choices): boolean {
	return ownedLabels === '' || ownedLabels === '*' || label.startsWith('o');
}

function subjectsOf(toSync: LabelToSync, evidence: Evidence): Subject[] {
	const { label, wanted } = toSync;
	const { choices, world } = evidence.situation;
	const { isMissing, outcome } = readingOf(label, evidence);
	if (outcome !== 'accepted') return leftAlone(toSync, evidence, outcome);
	const isUnnamed = !evidence.goodRows.some(({ tags }) => tags.includes(label));
	const listing = listingOf(evidence);
	if (isMissing && !isUnnamed && listing !== 'accepted') {
		return leftAlone(toSync, evidence, listing);
	}

	const present = new Set(isMissing ? [] : world.labels[label]);
	const names = new Set(wanted.map(({ what }) => personOf(what)));
	const adds = choices.syncMode !== 'removeExtra';
	const toAdd = wanted.filter(({ what }) => adds && !present.has(personOf(what)));
	const toKeep = wanted.filter((one) => !toAdd.includes(one));
	const toRemove =
		choices.syncMode === 'addMissing' ? [] : [...present].filter((user) => !names.has(user));
	const isTooMany = toRemove.length * 100 > choices.maxRemovalPercent * present.size;
	if (isTooMany && !choices.dryRun) return leftAlone(toSync, evidence, 'failed');

	const creating = creationOf(label, evidence, isMissing && !isUnnamed);
	const whoCannotBeAdded = creating.isDone ? undefined : withoutLabel(creating.outcome, evidence);
	const mayRemove = choices.dryRun || !evidence.badRows.some((row) => isUnreadable(row, choices));
	const lastRow = toSync.rows.slice(-1);
	const users = [
		...toKeep.map(({ what, rows }) => kept(label, what, rows, evidence)),
		...toAdd.map(({ what, rows }) => changed('add', label, what, rows, evidence, whoCannotBeAdded)),
		...toRemove.map((user) =>
			changed('remove', label, user, lastRow, evidence, mayRemove ? undefined : 'failed'),
		),
	];
	const isSummary = choices.output === 'summary';
	const speaksForLabel = !creating.isDone && (isSummary || toAdd.length === 0);
	const claims = speaksForLabel ? [toSync.rows] : [];
	return [
		...creating.subjects.map((creation) => ({ ...creation, claims })),
		...(isSummary && creating.isDone ? [summaryOf(toSync, users, choices)] : []),
		...users.map((user) => hiddenUnless(user, choices.output)),
	];
}

/** Nobody was added to a label that could not be created; an item tells of the reason alone. */
function withoutLabel(
	outcome: OutcomeKind | undefined,
	{ error }: Evidence,
): OutcomeKind | undefined {
	if (error !== undefined) return 'not tried';
	return outcome === 'uncertain' ? 'failed' : outcome;
}

/** Of this row it is known that it names nobody, whatever is wrong with it besides labels that the input owns. */
function isRefusedBlank(row: SheetRow, choices: Choices): boolean {
	const areLabelsKnown = choices.ownedLabels === '' || !hasBadLabels(row, choices);
	return namesNobody(row) && !choices.allowEmpty && areLabelsKnown;
}

/** A row that may name someone who is about to be removed, in whichever label. */
function isUnreadable(row: SheetRow, choices: Choices): boolean {
	return !isRefusedBlank(row, choices) && (hasBadLabels(row, choices) || namesNoUser(row, choices));
}

function hasBadLabels(row: SheetRow, choices: Choices): boolean {
	const isWithout = row.tags.length === 0 && choices.ownedLabels === '';
	return isWithout || hasBadTags(row) || row.tags.some((label) => !isOwned(label, choices));
}

function hiddenUnless(subject: Subject, output: 'changes' | 'all' | 'summary'): Subject {
	const isShown = output === 'all' || (output === 'changes' && subject.decided !== 'unchanged');
	return isShown ? subject : { ...subject, claims: [] };
}

function creationOf(
	label: string,
	{ requests, situation: { choices } }: Evidence,
	isMissing: boolean,
): { isDone: boolean; outcome?: OutcomeKind; subjects: Subject[] } {
	if (!isMissing || choices.dryRun) return { isDone: true, subjects: [] };
	const calls = requests.filter(
		({ action, body }) => action === 'createLabel' && isRecord(body) && body.name === label,
	);
	const [outcome] = recordedOutcomes({ calls, answered: () => 'accepted' });
	const creation: Subject = {
		key: keyOf(label, undefined),
		claims: [],
		calls,
		answered: () => 'accepted',
		hasHappened: () => true,
		isUncounted: true,
	};
	const wasThere = requests.some(
		(call) =>
			call.action === 'getLabel' &&
			pathEndsWith(call, `/${label}`) &&
			endingOf(call) === 'answered',
	);
	return { isDone: outcome === 'accepted' || wasThere, outcome, subjects: [creation] };
}
