import { UserError } from 'n8n-workflow';

/** What happened, and what to do about it: one sentence each, the first without its full stop. */
export interface Explanation {
	message: string;
	description: string;
}

/** An explanation of something that did not go well for a call, or for one subject of it. */
export interface Problem extends Explanation {
	/** Whether the service may have acted although its answer is not known. */
	isUncertain: boolean;
}

interface FailedAnswer {
	httpCode?: number;
	/** What the service said, quoted, such as `(400: push label not exists of vip)`. */
	words?: string;
	/** How long the service wants to be left alone. */
	retryAfterMs?: number;
	/** Whether the answer means that there is no such label. */
	isAboutMissingLabel?: boolean;
}

/** A call that did not end in a usable answer. */
export class ServiceFailure extends Error implements Problem {
	override readonly name = 'ServiceFailure';

	readonly description: string;

	readonly isUncertain: boolean;

	/** Whether nothing was done and the reason may pass by itself, as when too many calls came. */
	readonly isPassing: boolean;

	constructor(
		problem: Problem & { isPassing?: boolean },
		/** The answer, where there was one. */
		readonly answer: FailedAnswer = {},
	) {
		super(problem.message);
		this.description = problem.description;
		this.isUncertain = problem.isUncertain;
		this.isPassing = problem.isPassing ?? false;
	}
}

/** Whatever was thrown, as a failure of its call alone, so that the other calls keep their outcomes. */
export function asServiceFailure(error: unknown): ServiceFailure {
	if (error instanceof ServiceFailure) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new ServiceFailure({
		message: `The node could not handle the call: ${reason}`,
		description: 'Please report this with the workflow that shows it.',
		isUncertain: true,
	});
}

/** A credential that cannot be used; nothing was sent. */
export function credentialFailure(error: unknown): ServiceFailure {
	const message = error instanceof Error ? error.message : String(error);
	const description =
		error instanceof UserError && typeof error.description === 'string'
			? error.description
			: "Choose or correct the credential under 'Credential to connect with'.";
	return new ServiceFailure({ message, description, isUncertain: false });
}
