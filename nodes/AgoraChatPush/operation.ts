import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { RunTrace } from './executionMemory';
import type { Problem, JobFailure } from './jobFailure';
import type { Job, RowRequest } from './planning/job';
import type { Row } from './reading/row';
import type { Endings } from './runJobs';
import type { Service } from './service/service';

/**
 * What an operation says in its file; the way through the rooms is the same for all.
 *
 * `prefetch`, `memoryKey` and `countTexts` are there for syncing alone.
 *
 * @typeParam Request what one row asks for.
 * @typeParam Payload what a job's call is made from.
 * @typeParam Result what a job's call gives.
 * @typeParam Target what a prefetching call is about, such as a label.
 * @typeParam State what it gives.
 */
export interface Operation<
	Request = unknown,
	Payload = unknown,
	Result = unknown,
	Target = unknown,
	State = unknown,
> {
	/** The entry in the 'Operation' menu. Its value is saved in workflows and never changes. */
	menu: INodePropertyOptions & { value: string };
	/** The operation's form, in the order shown. Fields shared with others are the same objects. */
	fields: INodeProperties[];
	/** The fields of an outcome; an input field of the same name is never copied in place of one. */
	columns: string[];
	/** What is counted below the output: the users of the calls, or what the calls are about. */
	unit: 'users' | 'labels' | 'lists' | 'tasks';
	/** Set for what reaches people's phones, and so must never be repeated by itself. */
	isPush?: boolean;

	/**
	 * Reads and checks one row's parameters.
	 *
	 * @throws UserError when the row cannot be sent as it is.
	 */
	read(row: Row): Request;
	/** What the plan has to know of the service. It changes nothing there. */
	prefetch?: Prefetch<Request, Target, State>;
	/** What tells later runs of the node in the same execution what this one was about. */
	memoryKey?(request: Request): string;
	/** Pure: decides which calls are made, and which outcomes are expected of them. */
	plan(
		requests: Array<RowRequest<Request>>,
		context: PlanContext<Target, State>,
	): Array<Job<Payload>>;
	/**
	 * @param subjects of the job's expected outcomes.
	 * @throws JobFailure
	 */
	call(service: Service, payload: Payload, subjects: string[]): Promise<Result>;
	/**
	 * The outcomes for one subject of a job that succeeded: one, unless the operation lists entries.
	 *
	 * @param endings of all jobs, for an outcome that sums up others.
	 */
	outcomesOf(
		payload: Payload,
		subject: string,
		result: Result,
		endings: Endings<Payload, Result>,
	): Outcome[];
	/**
	 * What is known of a subject whose call failed, for the error item's `details`; a status that says
	 * that a response was lost is added.
	 */
	errorDetails(payload: Payload, subject: string, failure: JobFailure): IDataObject;
	/** What is counted below the output, such as '12 added'; the subjects when left out. */
	countTexts?(endings: Endings<Payload, Result>): string[];
}

export interface Prefetch<Request, Target, State> {
	plan(requests: Array<RowRequest<Request>>): Array<Job<Target>>;
	/** @throws JobFailure */
	call(service: Service, target: Target): Promise<State>;
}

/** What a plan is made from besides the rows. */
export interface PlanContext<Target, State> {
	/** Empty without `prefetch`. */
	prefetched: Endings<Target, State>;
	/** Rows that could not be read, so that it is unknown whom they name. */
	unreadableRows: number[];
	/** What earlier runs of the node in the same execution left; empty without `memoryKey`. */
	earlierRuns: RunTrace[];
}

export interface Outcome {
	json: IDataObject;
	/** Why this subject was not served, or why that is not known; left out when all went well. */
	problem?: Problem;
}

/** Checks that the members of an operation fit together; its types follow from them. */
export function defineOperation<Request, Payload, Result, Target, State>(
	operation: Operation<Request, Payload, Result, Target, State>,
): Operation {
	return operation;
}
