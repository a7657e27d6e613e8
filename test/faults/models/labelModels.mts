import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import {
	askedFor,
	byName,
	hasBadLabel,
	isRecord,
	keyOf,
	oneForEach,
	type OperationModel,
} from './model.mts';

const nameOf = ({ name }: { name?: unknown }): string => keyOf(name);

/** Whether the service says that the label does not exist. */
export function saysMissing({ status, weather }: RecordedRequest): boolean {
	return [400, 404].includes(status ?? 0) && !['status', 'halfJson'].includes(weather ?? '');
}

export function pathEndsWith({ path }: { path: string }, end: string): boolean {
	return path.endsWith(`/push/label${end}`);
}

/** Each row makes a call of its own, told from others by its description. */
export const createLabel: OperationModel = {
	actions: ['createLabel', 'createLabel', 'getLabel'],
	isPush: false,
	unit: 'labels',
	parameters: () => ({
		labelName: '={{ $json.label }}',
		additionalFields: { description: '={{ $json.note }}' },
	}),
	options: ({ ifExists }) => ({ ifExists }),
	isBad: hasBadLabel,
	keyOf: nameOf,

	subjects(rows, { requests, labelChanges, situation: { choices, world } }) {
		return rows.map(({ row, label }) => ({
			key: keyOf(label),
			claims: [[row]],
			calls: requests.filter(
				({ action, body }) =>
					action === 'createLabel' && isRecord(body) && body.description === noteOf(row),
			),
			answered: () => 'accepted',
			orElse: choices.ifExists === 'return' ? 'accepted' : undefined,
			hasHappened: ({ name, description }) =>
				name === label &&
				((choices.ifExists === 'return' && label in world.labels) ||
					(labelChanges.some((one) => one.label === label && one.change === 'created') &&
						(choices.ifExists === 'return' || description === noteOf(row)))),
		}));
	},
};

/** The text in a row that no other row has. */
export function noteOf(row: number): string {
	return `row ${row}`;
}

export const deleteLabel: OperationModel = {
	actions: ['deleteLabel'],
	isPush: false,
	unit: 'labels',
	parameters: () => ({ label: byName }),
	isBad: hasBadLabel,
	keyOf: nameOf,

	subjects: (rows, { requests, labelChanges }) =>
		askedFor(rows, ({ label }) => [label]).map(({ what: label, rows: askers }) => ({
			key: keyOf(label),
			claims: oneForEach(askers),
			calls: requests.filter(
				(call) => call.action === 'deleteLabel' && pathEndsWith(call, `/${label}`),
			),
			answered: () => 'accepted',
			hasHappened: ({ deleted }) =>
				deleted === true &&
				labelChanges.some((one) => one.label === label && one.change === 'deleted'),
		})),
};

export const getLabel: OperationModel = {
	actions: ['getLabel'],
	isPush: false,
	unit: 'labels',
	parameters: () => ({ label: byName }),
	isBad: hasBadLabel,
	keyOf: nameOf,

	subjects: (rows, { requests, situation: { world } }) =>
		askedFor(rows, ({ label }) => [label]).map(({ what: label, rows: askers }) => ({
			key: keyOf(label),
			claims: oneForEach(askers),
			calls: requests.filter(
				(call) => call.action === 'getLabel' && pathEndsWith(call, `/${label}`),
			),
			answered: () => 'accepted',
			hasHappened: ({ count }) => count === world.labels[label]?.length,
		})),
};

/** Rows that ask for the same list share its calls. The newest label comes first. */
export const getAllLabels: OperationModel = {
	actions: ['listLabels'],
	isPush: false,
	unit: 'lists',
	parameters: ({ returnAll, limit }) => ({ returnAll, limit }),
	isBad: () => false,
	keyOf: nameOf,

	subjects: (rows, { requests, situation, labelChanges }) => [
		{
			key: keyOf(undefined),
			claims: rows.map(({ row }) => [row]),
			calls: requests.filter(({ action }) => action === 'listLabels'),
			answered: () => 'accepted',
			hasHappened: () => true,
			entries: limited(
				Object.keys(situation.world.labels)
					.reverse()
					.filter((name) => !labelChanges.some(({ label }) => label === name)),
				situation,
			).map((name) => keyOf(name)),
		},
	],
};

export function limited<Entry>(list: Entry[], { choices }: Evidence['situation']): Entry[] {
	return choices.returnAll ? list : list.slice(0, choices.limit);
}

export function isLimitReached(list: unknown[], { choices }: Evidence['situation']): boolean {
	return !choices.returnAll && list.length === choices.limit;
}
