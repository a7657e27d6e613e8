import type { Action } from '../action.mts';
import { limitExceeded } from '../errors.mts';
import { UNKNOWN_USER } from '../inferred.mts';
import { distinct, labelInPath, readUsernames } from '../labels.mts';

/** Agora docs, "Add users to a push label". */
export const addLabelMembers: Action = {
	method: 'POST',
	path: 'push/label/:label/user',
	takesBody: true,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		const { store, settings } = service;
		const usernames = distinct(readUsernames(call));
		const label = labelInPath(call, service);
		const known = usernames.filter((username) => store.findUser(username) !== undefined);
		const unknown = usernames.filter((username) => !known.includes(username));
		const missing = known.filter((username) => !label.members.has(username));
		const added = distinct(missing.map((username) => store.registeredId(username)));
		if (label.members.size + added.length > settings.membersPerLabel) throw limitExceeded();

		for (const username of added) store.addMember(label, username);
		const change = { label: label.name, change: 'membersAdded', usernames: added } as const;
		service.labelChanged(change);
		const success = distinct(known.map((username) => store.answeredId(username)));
		const fail = Object.fromEntries(unknown.map((username) => [username, UNKNOWN_USER]));
		return { data: { success, fail } };
	},
};
