import { UserError } from '../../nodes/AgoraChatPush/userError.ts';

/** What the user reads: what happened, and what to do. */
export interface Sentences {
	message: string;
	description: string;
}

/** The two sentences of the UserError that an action throws. */
export function errorOf(action: () => unknown): Sentences {
	try {
		action();
	} catch (error) {
		return sentencesOf(error);
	}
	throw new Error('Nothing was thrown.');
}

/** The same for an action that ends later. */
export async function laterErrorOf(action: Promise<unknown>): Promise<Sentences> {
	return await action.then(() => {
		throw new Error('Nothing was thrown.');
	}, sentencesOf);
}

function sentencesOf(error: unknown): Sentences {
	if (error instanceof UserError && typeof error.description === 'string') {
		return { message: error.message, description: error.description };
	}
	throw new Error('The error does not say what to do.', { cause: error });
}
