import type { Action } from '../action.mts';
import { limitExceeded } from '../errors.mts';
import { labelDescriptionIllegal, labelExists, labelNameIllegal } from '../inferred.mts';
import { LABEL_DESCRIPTION_LENGTH, LABEL_NAME } from '../limits.mts';
import { bodyObject } from '../parse.mts';

/** Agora docs, "Create a push label". */
export const createLabel: Action = {
	method: 'POST',
	path: 'push/label',
	takesBody: true,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		const { store, settings } = service;
		const { name, description } = bodyObject(call.body);
		if (typeof name !== 'string' || !LABEL_NAME.test(name)) throw labelNameIllegal();
		if (!isDescription(description)) throw labelDescriptionIllegal();
		if (store.findLabel(name) !== undefined) throw labelExists(name);
		if (store.labels.size >= settings.labelsPerApp) throw limitExceeded();

		const label = store.createLabel(name, description);
		service.labelChanged({ label: name, change: 'created', usernames: [] });
		return { data: { name, description: label.description, createdAt: label.createdAt } };
	},
};

function isDescription(value: unknown): value is string | undefined {
	if (value === undefined) return true;
	return typeof value === 'string' && Array.from(value).length <= LABEL_DESCRIPTION_LENGTH;
}
