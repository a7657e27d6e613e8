/**
 * What a user can put right: `message` says what happened, `description` what to do. A class of its
 * own, because older n8n has no `UserError`.
 */
export class UserError extends Error {
	readonly description: string | undefined;

	constructor(message: string, { description }: { description?: string } = {}) {
		super(message);
		this.description = description;
	}
}
