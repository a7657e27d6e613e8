import type { RateName } from './rates.mts';
import type { Service } from './service.mts';
import type { Answer } from './wire.mts';

/** What is left of a request once address, token and body have been checked. */
export interface Call {
	/** Path parameters, percent-encoding taken away. */
	readonly parameters: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	/** The parsed JSON; undefined for an action that takes no body. */
	readonly body: unknown;
	/** The full address, without query. */
	readonly uri: string;
	readonly authorization: string | undefined;
}

/** One operation of the API. */
export interface Action {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/{org_name}/{app_name}/`, with parameters as `:name`. */
	readonly path: string;
	readonly takesBody: boolean;
	/** Whether a body need not be said to be JSON. */
	readonly anyMediaType?: true;
	/** Whether the action itself decides who may call it. */
	readonly authenticates?: true;
	/** Whether the answer stands without the envelope of the others. */
	readonly answersBare?: true;
	/** The limits that a call counts towards. */
	readonly rates: readonly RateName[];
	/** Takes effect and answers, or throws a ServiceError and changes nothing. */
	run(call: Call, service: Service): Answer;
}
