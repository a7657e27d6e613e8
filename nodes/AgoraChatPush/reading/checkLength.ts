import { UserError } from 'n8n-workflow';

/** @throws UserError for a text of more Unicode code points than are allowed. */
export function checkLength(
	text: string,
	limit: number,
	{ subject, advice }: { subject: () => string; advice: string },
): void {
	if (text.length <= limit) return;
	const length = [...text].length;
	if (length <= limit) return;
	throw new UserError(`${subject()} has ${length} characters, but at most ${limit} are allowed`, {
		description: advice,
	});
}
