import { UserError } from 'n8n-workflow';

/** What the user reads: what happened, and what to do. */
export interface Sentences {
	message: string;
	description: string;
}

/** The two sentences with which an action refuses its input. */
export function refusalOf(action: () => unknown): Sentences {
	try {
		action();
	} catch (error) {
		return sentencesOf(error);
	}
	throw new Error('Nothing was refused.');
}

/** The same for an action that answers later. */
export async function laterRefusalOf(action: Promise<unknown>): Promise<Sentences> {
	return await action.then(() => {
		throw new Error('Nothing was refused.');
	}, sentencesOf);
}

function sentencesOf(error: unknown): Sentences {
	if (error instanceof UserError && typeof error.description === 'string') {
		return { message: error.message, description: error.description };
	}
	throw new Error('It was refused without saying what to do.', { cause: error });
}
