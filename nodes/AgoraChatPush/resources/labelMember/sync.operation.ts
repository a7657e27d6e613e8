import { asCallFailure, CallFailure } from '../../callFailure';
import { defineOperation } from '../../operation';
import { WHOLE_CALL } from '../../planning/job';
import { readPages } from '../../service/paging';
import type { Service } from '../../service/service';
import { userIdFrom, userKey } from '../../userKey';
import { label, userIds } from '../fields';
import { labelCall } from '../label/labelCall';
import { existingLabelOrThrow, postLabel } from '../label/labelData';
import { applyChange, memberOutcome, userChange, NO_CHANGES } from './changeMembers';
import { countTexts, countUsers } from './sync/counts';
import {
	createMissingLabel,
	dryRun,
	output,
	removalNotice,
	syncMode,
	syncOptions,
} from './sync/fields';
import { planChanges, planReading, type LabelGroup, type LabelState } from './sync/planSync';
import { earlierRunKeyOf, readSync } from './sync/request';
import type { SyncPayload } from './sync/syncJob';

/**
 * Makes labels match the items that name them: reads the members, compares, changes what differs.
 * A dry run makes the same plan and leaves out its calls.
 */
export const sync = defineOperation({
	menuEntry: {
		name: 'Sync',
		value: 'sync',
		action: 'Sync label members',
		description:
			'Make a label match the input: add users who are missing, remove those who are not in it',
	},
	fields: [label, userIds, syncMode, removalNotice, dryRun, output, syncOptions],
	outputFields: ['label', 'username', 'status', 'reason', 'dryRun'],
	unit: 'users',

	read: readSync,

	prefetch: { plan: planReading, call: readLabelState },

	plan: (_requests, context) => planChanges(context),

	async call(service, { label: name, rules, step }: SyncPayload, usernames) {
		if (rules.dryRun) return { ...NO_CHANGES, success: new Set(usernames.map(userKey)) };
		switch (step.kind) {
			case 'add':
			case 'remove':
				return await applyChange(service, step.kind, name, usernames);
			case 'create':
				await createLabel(service, name);
				return NO_CHANGES;
			default:
				return NO_CHANGES;
		}
	},

	outcomesOf({ label: name, rules: { dryRun }, step }, changed, results) {
		const { kind } = step;
		if (kind === 'add' || kind === 'remove') {
			return (username) => [
				memberOutcome(name, username, userChange(username, kind, changed), { dryRun }),
			];
		}
		if (kind !== 'keep') return () => [];
		const { unchanged, changes } = step;
		return (username) =>
			username === WHOLE_CALL
				? [{ json: { label: name, ...countUsers(changes, results), unchanged, dryRun } }]
				: [{ json: { label: name, username, status: 'unchanged', dryRun } }];
	},

	errorDetails: ({ label: name, rules: { dryRun } }, username, { message }) => ({
		label: name,
		...(username === WHOLE_CALL ? {} : { username }),
		status: 'failed',
		reason: message,
		dryRun,
	}),

	earlierRunKeys: (results) => [
		...new Set([...results.keys()].map(({ payload }) => earlierRunKeyOf(payload.label))),
	],

	countTexts,
});

/** @throws CallFailure when the label cannot be read to its end. */
async function readLabelState(
	service: Service,
	{ label: name, rules: { createMissingLabel: mayCreate } }: LabelGroup,
): Promise<LabelState> {
	const list = { ...labelCall(name, 'user'), limit: Infinity };
	const present = new Set<string>();
	try {
		for await (const members of readPages(service, list)) {
			for (const { username } of members) {
				const userId = userIdFrom(username);
				if (userId === undefined) throw namelessMember();
				present.add(userId);
			}
		}
		return { present, isMissing: false };
	} catch (error) {
		const failure = asCallFailure(error);
		// It may have been there for its first pages, and be gone with its members since.
		const isMissing = failure.response.isNotFound === true;
		if (mayCreate && isMissing) return { present: new Set(), isMissing };
		throw withAdvice(failure);
	}
}

/** Nobody can be compared with a member whom the service does not name. */
function namelessMember(): CallFailure {
	return new CallFailure({
		message: 'The service answered with a member without a name',
		description: 'Nothing was changed. Run the workflow again later.',
		isUncertain: false,
	});
}

function withAdvice(failure: CallFailure): CallFailure {
	if (failure.response.isNotFound !== true) return failure;
	const description = `Choose another label, or switch on '${createMissingLabel.displayName}' under 'Options'.`;
	return failure.with({ description });
}

/** Creates the label, unless someone else did in the meantime. */
async function createLabel(service: Service, name: string): Promise<void> {
	try {
		await postLabel(service, { name }, 'harmless');
	} catch (error) {
		await existingLabelOrThrow(service, name, asCallFailure(error));
	}
}
