import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Service } from '../calling/service';
import type { Problem, ServiceFailure } from '../calling/serviceFailure';
import { runOperation } from '../runOperation';
import type { Job, RowRequest } from '../planning/job';
import type { Row } from '../reading/row';

/** What an operation says in its file; the way through the rooms is the same for all. */
export interface OperationParts<Request, Subject, Answer> {
	/** The entry in the 'Operation' menu. Its value is saved in workflows and never changes. */
	menu: INodePropertyOptions & { value: string };
	/** The operation's form, in the order shown. Fields shared with others are the same objects. */
	fields: INodeProperties[];
	/** The fields of an outcome; a row's own field of that name never stands in for one. */
	columns: string[];
	/** What subjects are called when they are counted in an error, such as 'users'. */
	unit: string;

	/**
	 * Reads and checks one row's parameters.
	 *
	 * @throws UserError when the row cannot be sent as it is.
	 */
	read(row: Row): Request;
	/** Pure: decides which calls are made, and which outcomes they owe. */
	plan(requests: Array<RowRequest<Request>>): Array<Job<Request, Subject>>;
	/** @throws ServiceFailure */
	call(service: Service, request: Request, subjects: Subject[]): Promise<Answer>;
	/** The outcomes of one claim: one, unless the operation lists entries. */
	answer(request: Request, subject: Subject, answer: Answer): Outcome[];
	/** What is known of a subject whose call failed, for the error item's `details`. */
	fail(request: Request, subject: Subject, failure: ServiceFailure): IDataObject;
}

export interface Outcome {
	json: IDataObject;
	/** Why this subject was not served, or why that is not known; left out when all went well. */
	problem?: Problem;
}

/** An operation as the node sees it. */
export interface Operation {
	menu: INodePropertyOptions & { value: string };
	fields: INodeProperties[];
	run(context: IExecuteFunctions, continues: boolean): Promise<INodeExecutionData[]>;
}

export function defineOperation<Request, Subject, Answer>(
	parts: OperationParts<Request, Subject, Answer>,
): Operation {
	const { menu, fields } = parts;
	return { menu, fields, run: (context, continues) => runOperation(parts, context, continues) };
}
