import { UserError } from '../userError';

/** @throws UserError for a text of more Unicode code points than are allowed. */
export function checkLength(
	text: string,
	limit: number,
	{ fieldText, advice }: { fieldText: () => string; advice: string },
): void {
	if (text.length <= limit) return;
	const length = [...text].length;
	if (length <= limit) return;
	throw new UserError(`${fieldText()} has ${length} characters, but at most ${limit} are allowed`, {
		description: advice,
	});
}
