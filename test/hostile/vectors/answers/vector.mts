import type { OperationName } from '../../../../tools/lib/operations.mts';
import type { Answer } from '../../support/rawServer.mts';

/** What a malicious service answers, and what the user gets. */
export interface AnswerVector {
	name: string;
	operation: OperationName;
	/** In turn; the last one answers all further calls. */
	answers: Answer[];
	/** Words of the first error item, or what the items hold at least. */
	gives: RegExp | object[];
	/** Long when left out. */
	timeoutMs?: number;
	/** How many calls go out; one when left out. */
	calls?: number;
}
