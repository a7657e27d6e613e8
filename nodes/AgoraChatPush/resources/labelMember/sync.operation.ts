import { asJobFailure, JobFailure } from '../../jobFailure';
import { defineOperation } from '../../operation';
import { NOBODY } from '../../planning/job';
import { readPages } from '../../service/paging';
import type { Service } from '../../service/service';
import { userIdFrom, userKey } from '../../userKey';
import { label, userIds } from '../fields';
import { labelCall } from '../label/labelCall';
import { existingLabel, labelOf } from '../label/labelData';
import { callChange, memberItem, memberOutcome, NOTHING_CHANGED } from './changeMembers';
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
import { memoryKeyOf, readSync } from './sync/request';
import type { SyncPayload } from './sync/syncJob';

/**
 * Makes labels match the rows that name them: reads the members, compares, changes what differs.
 * A dry run makes the same plan and leaves out its calls.
 */
export const sync = defineOperation({
	menu: {
		name: 'Sync',
		value: 'sync',
		action: 'Sync label members',
		description: 'Make a label match the input: add who is missing, remove who is gone',
	},
	fields: [label, userIds, syncMode, removalNotice, dryRun, output, syncOptions],
	columns: ['label', 'username', 'status', 'reason', 'dryRun'],
	unit: 'users',

	read: readSync,

	prefetch: { plan: planReading, call: readLabelState },

	memoryKey: ({ label: name }) => memoryKeyOf(name),

	plan: (_requests, context) => planChanges(context),

	async call(service, { label: name, rules, step }: SyncPayload, usernames) {
		if (rules.dryRun) return { ...NOTHING_CHANGED, success: new Set(usernames.map(userKey)) };
		switch (step.kind) {
			case 'add':
			case 'remove':
				return await callChange(service, step.kind, name, usernames);
			case 'create':
				await createLabel(service, name);
				return NOTHING_CHANGED;
			default:
				return NOTHING_CHANGED;
		}
	},

	outcomesOf({ label: name, rules: { dryRun }, step }, username, changed, endings) {
		switch (step.kind) {
			case 'add':
			case 'remove':
				return [
					memberItem(name, username, memberOutcome(username, step.kind, changed), { dryRun }),
				];
			case 'keep': {
				if (username !== NOBODY)
					return [{ json: { label: name, username, status: 'unchanged', dryRun } }];
				const { unchanged, changes } = step;
				return [{ json: { label: name, ...countUsers(changes, endings), unchanged, dryRun } }];
			}
			default:
				return [];
		}
	},

	errorDetails: ({ label: name, rules: { dryRun } }, username, { message }) => ({
		label: name,
		...(username === NOBODY ? {} : { username }),
		status: 'failed',
		reason: message,
		dryRun,
	}),

	countTexts,
});

/** @throws JobFailure when the label cannot be read to its end. */
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
		const failure = asJobFailure(error);
		// It may have been there for its first pages, and be gone with its members since.
		const isMissing = failure.response.isAboutMissing === true;
		if (mayCreate && isMissing) return { present: new Set(), isMissing };
		throw withAdvice(failure);
	}
}

/** Nobody can be compared with a member whom the service does not name. */
function namelessMember(): JobFailure {
	return new JobFailure({
		message: 'The service answered with a member without a name',
		description: 'Nothing was changed. Run it again later.',
		isUncertain: false,
	});
}

function withAdvice(failure: JobFailure): JobFailure {
	if (failure.response.isAboutMissing !== true) return failure;
	const description = `Choose another label, or switch on '${createMissingLabel.displayName}' under 'Options'.`;
	const { message, isUncertain, response } = failure;
	return new JobFailure({ message, description, isUncertain }, response);
}

/** Creates the label, unless someone else did in the meantime. */
async function createLabel(service: Service, name: string): Promise<void> {
	try {
		const response = await service.call({
			method: 'POST',
			...labelCall(),
			body: { name },
			ifRepeated: 'harmless',
		});
		labelOf(response);
	} catch (error) {
		await existingLabel(service, name, asJobFailure(error));
	}
}
