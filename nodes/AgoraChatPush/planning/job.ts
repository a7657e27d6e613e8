import type { Explanation, JobFailure } from '../jobFailure';

/** What one row asks for, once it is read and checked. */
export interface RowRequest<Request> {
	/** Index of the input item. */
	row: number;
	request: Request;
}

/** An outcome that is owed: to which rows, for whom, and where it belongs in their order. */
export interface Claim<Subject> {
	/** Indexes of the input items that the outcome answers, ascending. */
	rows: number[];
	/** Position among the outcomes of the same row. */
	position: number;
	subject: Subject;
	/** Set when a claim of the same job before it is about the same subject. */
	isRepeated?: boolean;
	/** Set when no row names the subject, so that no row's own fields belong to the outcome. */
	isUnnamed?: boolean;
}

/** The smallest piece of work that succeeds or fails as one. */
export interface Job<Request, Subject> {
	request: Request;
	/** What the call is about, without doubles, as the first of its claims spells it. */
	subjects: Subject[];
	claims: Array<Claim<Subject>>;
	/** Why the job must not be tried. */
	refusal?: JobFailure;
	/** What a user has to know although the job is done. */
	warning?: Explanation;
	/** Set when its outcomes are known without a call, so that nothing has to be called off. */
	needsNoCall?: boolean;
	/** Jobs begin after all of a lower stage have ended; 0 when left out. */
	stage?: number;
	/** A job of a lower stage without whose success this one cannot succeed. */
	needs?: Job<Request, Subject>;
}
