import type { Action } from '../action.mts';
import { UNKNOWN_USER } from '../inferred.mts';
import { distinct, labelInPath, readUsernames } from '../labels.mts';

/**
 * Agora docs, "Remove users from a push label"; a DELETE with a JSON body. A user who exists but
 * is not in the label counts as removed, as the page lists no other outcome.
 */
export const removeLabelMembers: Action = {
	method: 'DELETE',
	path: 'push/label/:label/user',
	takesBody: true,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		const { store } = service;
		const usernames = distinct(readUsernames(call));
		const label = labelInPath(call, service);
		const removed = distinct(
			usernames.flatMap((username) => label.members.get(username)?.username ?? []),
		);
		const unknown = usernames.filter(
			(username) => !label.members.has(username) && store.findUser(username) === undefined,
		);

		for (const username of removed) label.members.remove(username);
		const change = { label: label.name, change: 'membersRemoved', usernames: removed } as const;
		service.labelChanged(change);
		const known = usernames.filter((username) => !unknown.includes(username));
		const success = distinct(known.map((username) => store.answeredId(username)));
		const fail = Object.fromEntries(unknown.map((username) => [username, UNKNOWN_USER]));
		return { data: { success, fail } };
	},
};
