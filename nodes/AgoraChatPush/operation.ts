import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { CallFailure, Explanation, Problem } from './callFailure';
import type { EarlierRun } from './earlierRuns';
import type { Job, ItemRequest } from './planning/job';
import type { InputItem } from './reading/inputItem';
import type { JobResults } from './runJobs';
import type { RateName } from './service/limits/rates';
import type { Service } from './service/service';

/**
 * What an operation says in its file; `runOperation` does the rest, in the same way for all.
 *
 * The `results` of `outcomesOf` are for syncing alone.
 *
 * @typeParam Request what one item asks for.
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
	menuEntry: INodePropertyOptions & { value: string };
	/** The operation's form, in the order shown. Fields shared with others are the same objects. */
	fields: INodeProperties[];
	/** The fields of an outcome; an input field of the same name is never copied in place of one. */
	outputFields: string[];
	/** What is counted below the output: the users of the calls, or what the calls are about. */
	unit: 'users' | 'labels' | 'lists' | 'tasks';
	/** Set for what reaches people's phones: it refuses 'Retry On Fail', and is reported as `pushStatus`. */
	isPush?: boolean;

	/**
	 * Reads and checks one item's parameters.
	 *
	 * @throws UserError when the item cannot be sent as it is.
	 */
	read(item: InputItem): Request;
	/** What the plan has to know of the service. It changes nothing there. */
	prefetch?: Prefetch<Request, Target, State>;
	/** Pure: decides which calls are made, and which outcomes are expected of them. */
	plan(
		requests: Array<ItemRequest<Request>>,
		context: PlanContext<Target, State>,
	): Array<Job<Payload>>;
	/**
	 * @param subjects of the job's expected outcomes.
	 * @throws CallFailure
	 */
	call(service: Service, payload: Payload, subjects: string[]): Promise<Result>;
	/**
	 * How a job that succeeded ended for each of its subjects: with one outcome for most operations, and
	 * with one for each entry of a list.
	 *
	 * @param results of all jobs, for an outcome that sums up others.
	 */
	outcomesOf(
		payload: Payload,
		result: Result,
		results: JobResults<Payload, Result>,
	): (subject: string) => Outcome[];
	/**
	 * What is known of a subject whose call failed, for the error item's `details`; a status that says
	 * that a response was lost is added.
	 */
	errorDetails(payload: Payload, subject: string, failure: CallFailure): IDataObject;
	/**
	 * Which of the service's rates a job's call counts towards, to tell how long a plan takes; undefined
	 * for a job without a call.
	 */
	rateOf?(payload: Payload): RateName | undefined;
	/**
	 * What tells later runs of the node in the same execution what this one did.
	 *
	 * @param labelsWithoutUser of bad items that name no user.
	 */
	earlierRunKeys?(results: JobResults<Payload, Result>, labelsWithoutUser: string[]): string[];
	/** What is counted below the output, such as '12 added'; the subjects when left out. */
	countTexts?(results: JobResults<Payload, Result>): string[];
}

export interface Prefetch<Request, Target, State> {
	plan(requests: Array<ItemRequest<Request>>): Array<Job<Target>>;
	/**
	 * What else has to be known, given what the first calls found.
	 *
	 * @param labelsWithoutUser of bad items that name no user.
	 */
	planMore?(
		requests: Array<ItemRequest<Request>>,
		prefetched: JobResults<Target, State>,
		labelsWithoutUser: string[],
	): Array<Job<Target>>;
	/** @throws CallFailure */
	call(service: Service, target: Target): Promise<State>;
}

/** What a plan is made from besides the items. */
export interface PlanContext<Target, State> {
	/** Empty without `prefetch`. */
	prefetched: JobResults<Target, State>;
	/** Items that could not be read, so that it is unknown whom they name. */
	unreadableItemIndexes: number[];
	/** What earlier runs of the node in the same execution left; empty without `earlierRunKeys`. */
	earlierRuns: EarlierRun[];
}

export interface Outcome {
	json: IDataObject;
	/** Why this subject was not served, or why that is not known; left out when all went well. */
	problem?: Problem;
	/** What a user has to know although all went well; shown once for all outcomes that say it. */
	warning?: Explanation;
}

/** Checks that the members of an operation fit together; its types follow from them. */
export function defineOperation<Request, Payload, Result, Target, State>(
	operation: Operation<Request, Payload, Result, Target, State>,
): Operation {
	return operation;
}
