import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Settled } from './runJobs';
import type { Service } from './service/service';
import type { Problem, JobFailure } from './jobFailure';
import type { RunTrace } from './executionMemory';
import type { Job, RowRequest } from './planning/job';
import type { Row } from './reading/row';

/**
 * What an operation says in its file; the way through the rooms is the same for all.
 *
 * @typeParam Request what one row asks for, and what a job's call is made from.
 * @typeParam Subject what an outcome is about, such as a user ID.
 * @typeParam Answer what a job's call gives.
 * @typeParam Finding what a survey's call gives; most operations have no survey.
 */
export interface Operation<
	Request = unknown,
	Subject = unknown,
	Answer = unknown,
	Finding = unknown,
> {
	/** The entry in the 'Operation' menu. Its value is saved in workflows and never changes. */
	menu: INodePropertyOptions & { value: string };
	/** The operation's form, in the order shown. Fields shared with others are the same objects. */
	fields: INodeProperties[];
	/** The fields of an outcome; a row's own field of that name never stands in for one. */
	columns: string[];
	/** What subjects are called when they are counted, such as 'users'. */
	unit: string;
	/** Set for what reaches people's phones, and must not be repeated unasked. */
	isPush?: boolean;

	/**
	 * Reads and checks one row's parameters.
	 *
	 * @throws UserError when the row cannot be sent as it is.
	 */
	read(row: Row): Request;
	/** What the plan has to know of the service. It changes nothing there. */
	survey?: Survey<Request, Finding>;
	/** What later runs of the node in the same execution have to know, such as the label's name. */
	marks?(request: Request): string;
	/** Pure: decides which calls are made, and which outcomes they owe. */
	plan(
		requests: Array<RowRequest<Request>>,
		known: Known<Request, Finding>,
	): Array<Job<Request, Subject>>;
	/** @throws JobFailure */
	call(service: Service, request: Request, subjects: Subject[]): Promise<Answer>;
	/** The outcomes of one claim: one, unless the operation lists entries. */
	response(request: Request, subject: Subject, answer: Answer): Outcome[];
	/**
	 * What is known of a subject whose call failed, for the error item's `details`; a status that says
	 * that an answer was lost is added.
	 */
	fail(request: Request, subject: Subject, failure: JobFailure): IDataObject;
	/** Folds what became of the jobs for the output; without it every job stands for itself. */
	conclude?(
		settled: Array<Settled<Request, Subject, Answer>>,
	): Array<Settled<Request, Subject, Answer>> | undefined;
	/** What the run's receipt counts; the subjects when left out. */
	count?(settled: Array<Settled<Request, Subject, Answer>>): string[];
}

export interface Survey<Request, Finding> {
	plan(requests: Array<RowRequest<Request>>): Array<Job<Request, undefined>>;
	/** @throws JobFailure */
	call(service: Service, request: Request): Promise<Finding>;
}

/** What a plan is made from besides the rows. */
export interface Known<Request, Finding> {
	findings: Array<Settled<Request, undefined, Finding>>;
	/** Rows that could not be read, so that it is unknown whom they name. */
	unreadableRows: number[];
	/** What earlier runs of the node in the same execution left; empty without `marks`. */
	earlierRuns: RunTrace[];
}

export interface Outcome {
	json: IDataObject;
	/** Why this subject was not served, or why that is not known; left out when all went well. */
	problem?: Problem;
}

/** Checks that the members of an operation fit together; its types follow from them. */
export function defineOperation<Request, Subject, Answer, Finding>(
	operation: Operation<Request, Subject, Answer, Finding>,
): Operation {
	return operation;
}
