import { isObject } from '../../lib/json.mts';
import type { Answer } from './call.mts';

/** What became of a call that was to push to one user, seen from both ends. */
export type Fate =
	/** The caller was told that the push was accepted, and it was sent once. */
	| 'accepted'
	/** The caller was told so, and it was not sent. */
	| 'lost'
	/** The caller was told that something went wrong, and it was not sent. */
	| 'notSent'
	/** The caller was told that something went wrong, and it was sent once all the same. */
	| 'sentUnconfirmed'
	/** It was sent more than once, whatever the caller was told. */
	| 'doubled';

export function fateOf(answer: Answer, pushCount: number): Fate {
	if (pushCount > 1) return 'doubled';
	if (isAcceptance(answer)) return pushCount === 1 ? 'accepted' : 'lost';
	return pushCount === 1 ? 'sentUnconfirmed' : 'notSent';
}

/** The workflow answers with its last node's rows: one for the one user. */
function isAcceptance({ status, body }: Answer): boolean {
	const rows: readonly unknown[] = Array.isArray(body) ? body : [];
	const [row] = rows;
	return status === 200 && isObject(row) && row.pushStatus === 'ASYNC_SUCCESS';
}
