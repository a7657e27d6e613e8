import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { asJobFailure } from '../jobFailure';

/**
 * Does what the editor asks for.
 *
 * @throws NodeApiError with the same two sentences that a run would show.
 */
export async function inEditor<Result>(
	context: ILoadOptionsFunctions,
	task: () => Promise<Result>,
): Promise<Result> {
	try {
		return await task();
	} catch (error) {
		const { message, description } = asJobFailure(error);
		throw new NodeApiError(context.getNode(), { message }, { message, description });
	}
}
