import type { Call } from './action.mts';
import { labelNotFound } from './errors.mts';
import { userNameListIllegal } from './inferred.mts';
import { USERNAMES_PER_CALL } from './limits.mts';
import { bodyObject, isTextList } from './parse.mts';
import type { Service } from './service.mts';
import type { Label } from './store.mts';
import type { WireObject } from './wire.mts';

/** Throws the service's "push label not exists of XXX". */
export function requireLabel(name: string, { store, settings }: Service): Label {
	const label = store.findLabel(name);
	if (label === undefined) throw labelNotFound(settings, name);
	return label;
}

/** The label that the path names. */
export function labelInPath({ parameters }: Call, service: Service): Label {
	return requireLabel(parameters.label ?? '', service);
}

/** The user IDs to add or remove: 1 to 100. */
export function readUsernames(call: Call): string[] {
	const { usernames } = bodyObject(call.body);
	if (!isTextList(usernames)) throw userNameListIllegal();
	if (usernames.length === 0 || usernames.length > USERNAMES_PER_CALL) {
		throw userNameListIllegal();
	}
	return usernames;
}

export function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}

/** A label as reading it answers; creating it answers without `count`. */
export function renderLabel({ name, description, members, createdAt }: Label): WireObject {
	return { name, description, count: members.size, createdAt };
}
