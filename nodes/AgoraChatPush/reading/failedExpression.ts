import { UserError } from 'n8n-workflow';

/** Explains what n8n throws when it cannot evaluate the expression in a parameter. */
export function failedExpression(displayName: string, error: unknown): UserError {
	const reason = error instanceof Error ? error.message : String(error);
	return new UserError(`The expression in '${displayName}' has no value: ${reason}`, {
		description: `Open '${displayName}' and correct the expression; the editor shows its result for each item.`,
	});
}
