import { ExpressionError, NodeOperationError } from 'n8n-workflow';

import { isDataObject } from './json/dataObject';
import { singleLine } from './service/errors/singleLine';
import { UserError } from './userError';

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

interface FailedResponse {
	httpCode?: number;
	/** What the service said, quoted, such as `(400: push label not exists of vip)`. */
	quotedReason?: string;
	/** From the service's `Retry-After`. */
	retryAfterMs?: number;
	/** Whether it was one call too many for the time. */
	isRateExceeded?: boolean;
	/** Whether what the call is about does not exist. */
	isNotFound?: boolean;
}

/** Why a job failed or was not tried: its call had no usable response, or was not made at all. */
export class CallFailure extends Error implements Problem {
	override readonly name = 'CallFailure';

	readonly description: string;

	readonly isUncertain: boolean;

	/** Whether nothing was done and a later try may succeed, as after too many requests. */
	readonly isTransient: boolean;

	constructor(
		problem: Problem & { isTransient?: boolean },
		/** The response, if there was one. */
		readonly response: FailedResponse = {},
	) {
		super(problem.message);
		this.description = problem.description;
		this.isUncertain = problem.isUncertain;
		this.isTransient = problem.isTransient ?? false;
	}

	/** The same failure with something of it told in another way. */
	with(changes: Partial<Problem>): CallFailure {
		const { message, description, isUncertain, isTransient, response } = this;
		return new CallFailure(
			{ message, description, isUncertain, isTransient, ...changes },
			response,
		);
	}
}

/** Whatever was thrown, as a failure of its job alone, so that the other jobs keep their outcomes. */
export function asCallFailure(error: unknown): CallFailure {
	if (error instanceof CallFailure) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new CallFailure({
		message: `The node could not handle the call: ${reason}`,
		description:
			'Please report this as an issue of n8n-nodes-agora-chat-push, with the workflow that shows it.',
		isUncertain: true,
	});
}

/** A credential that cannot be read or used; nothing was sent. */
export function credentialFailure(error: unknown): CallFailure {
	if (error instanceof CallFailure) return error;
	const ofUser = correctableIn(error);
	if (ofUser instanceof UserError) {
		const { message, description } = ofUser;
		const advice = "Choose or correct the credential under 'Credential to connect with'.";
		return new CallFailure({ message, description: description ?? advice, isUncertain: false });
	}
	return new CallFailure({
		message: `n8n could not read the credential: ${singleLine(reasonIn(error))}`,
		description:
			"Nothing was sent. Choose the credential again under 'Credential to connect with', or run the workflow again later.",
		isUncertain: false,
		isTransient: ofUser === undefined,
	});
}

/** What only the user can put right, however deep n8n has wrapped it. */
function correctableIn(error: unknown): Error | undefined {
	if (error instanceof UserError) return error;
	if (error instanceof ExpressionError || error instanceof NodeOperationError) return error;
	return isDataObject(error) ? correctableIn(error.cause) : undefined;
}

function reasonIn(error: unknown): string {
	if (!isDataObject(error)) return String(error);
	return isDataObject(error.cause) ? reasonIn(error.cause) : String(error.message);
}
