import type { Explanation, CallFailure } from '../callFailure';
import type { CallSettings } from '../service/serviceRequest';

/** What one input item asks for, once it is read and checked. */
export interface ItemRequest<Request> {
	/** Index of the input item. */
	itemIndex: number;
	request: Request;
	settings: CallSettings;
}

/** Where an output item belongs. */
export interface Place {
	/** Indexes of the input items that it is paired with, ascending. */
	itemIndexes: number[];
	/** Sorts output items that belong to the same first item. */
	position: number;
}

/** The subject of an outcome that is about a whole call or label; no user ID is blank. */
export const WHOLE_CALL = '';

/** An outcome that the plan promises, with its place: one for each subject of a job. */
export interface ExpectedOutcome extends Place {
	/** `WHOLE_CALL`, or a user ID: as its first item spells it, or as the service does if none names it. */
	subject: string;
	/** Where else the subject is named; each place gets output items of its own. */
	morePlaces?: Array<Place & { spelling: string }>;
	/** Set when the output does not show it, so that it is only counted. */
	isHidden?: boolean;
	/** Set when no item names the subject, so that no item's fields are copied to the output. */
	withoutInputFields?: boolean;
}

/** The smallest piece of work that succeeds or fails as one. */
export interface Job<Payload = unknown> {
	/** What its call is made from. */
	payload: Payload;
	settings: CallSettings;
	expected: ExpectedOutcome[];
	/** Why the job must not be tried. */
	blockedReason?: CallFailure;
	/** What a user has to know although the job is done. */
	warning?: Explanation;
	/** Set when its outcomes are known without a call: a stop does not concern them, nor are they counted. */
	isAlreadyKnown?: boolean;
	/** Jobs begin after all of a lower stage have ended; 0 when left out. */
	stage?: number;
	/** A job of a lower stage without whose success this one cannot succeed. */
	needs?: Job<Payload>;
}
