import { asCallFailure } from '../../callFailure';
import { defineOperation } from '../../operation';
import { WHOLE_CALL } from '../../planning/job';
import type { Service } from '../../service/service';
import { userKey } from '../../userKey';
import { labels, userIds } from '../fields';
import { existingLabelOrThrow, postLabel } from '../label/labelData';
import { applyChange, memberOutcome, userChange, NO_CHANGES } from './changeMembers';
import { countTexts, countUsers, firstProblem } from './sync/counts';
import { dryRun, output, removalNotice, syncMode, syncOptions } from './sync/fields';
import { planMoreReading, planReading } from './sync/planReading';
import { planChanges } from './sync/planSync';
import { readTarget } from './sync/readTarget';
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
	fields: [labels, userIds, syncMode, removalNotice, dryRun, output, syncOptions],
	outputFields: ['label', 'username', 'status', 'reason', 'dryRun'],
	unit: 'users',

	read: readSync,

	prefetch: { plan: planReading, planMore: planMoreReading, call: readTarget },

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
				? [
						{
							json: { label: name, ...countUsers(changes, results), unchanged, dryRun },
							warning: firstProblem(name, changes, results),
						},
					]
				: [{ json: { label: name, username, status: 'unchanged', dryRun } }];
	},

	errorDetails: ({ label: name, rules: { dryRun } }, username, { message }) => ({
		label: name,
		...(username === WHOLE_CALL ? {} : { username }),
		status: 'failed',
		reason: message,
		dryRun,
	}),

	earlierRunKeys(results, labelsWithoutUser) {
		const synced = [...results.keys()].map(({ payload }) => payload.label);
		return [...new Set([...synced, ...labelsWithoutUser].map(earlierRunKeyOf))];
	},

	countTexts,
});

/** Creates the label, unless someone else did in the meantime. */
async function createLabel(service: Service, name: string): Promise<void> {
	try {
		await postLabel(service, { name }, 'harmless');
	} catch (error) {
		await existingLabelOrThrow(service, name, asCallFailure(error));
	}
}
