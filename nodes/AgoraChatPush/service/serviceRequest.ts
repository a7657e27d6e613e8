import type { Credential } from '../../../credentials/credential';
import type { Explanation } from '../jobFailure';
import type { RateName } from './limits/rates';

/** One HTTP call to the service, below `https://{host}/{org}/{app}`. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Path segments as they are; encoding is the door's business. */
	path: string[];
	query?: Record<string, string | number>;
	body?: object;
	rate: RateName;
	ifRepeated: IfRepeated;
	missing?: MissingThing;
}

/** A request with how it is made, and the credential that it goes out with. */
export interface Call extends ServiceRequest {
	settings: CallSettings;
	credential: Credential;
}

/** What a failed call has to be explained with. */
export type CallContext = Pick<Call, 'credential' | 'ifRepeated' | 'missing' | 'settings'>;

/** What came back over HTTP, with the body still as text. */
export interface HttpResponse {
	statusCode: number;
	/** Undefined when it was too large to be read. */
	body: string | undefined;
	/** The header of that name. */
	retryAfter?: unknown;
	/** The header of that name: the moment of the answer, by the clock of who sent it. */
	date?: unknown;
}

/** How a user wants calls to be made. */
export interface CallSettings {
	/** How long to wait for an answer. */
	timeoutMs: number;
	/** How often a call that failed is made again. */
	maxRetries: number;
	/** How long a call may wait for its retries in total. */
	maxRetryWaitMs: number;
	/** Left out for the service's own limit. */
	requestsPerSecond?: number;
}

/** For what a user waits for in front of the editor: no retries, an answer soon. */
export const EDITOR_SETTINGS: CallSettings = {
	timeoutMs: 10_000,
	maxRetries: 0,
	maxRetryWaitMs: 0,
};

/** What would come of making the same call twice, as after an answer that was lost. */
export type IfRepeated = 'harmless' | 'pushesAgain' | CreatesAgain;

interface CreatesAgain {
	/** What a user has to know of what may have been created: sentences with their full stops. */
	createsAgain: string;
}

/** What users read when a call is about something that the service does not have. */
export interface MissingThing extends Explanation {
	/** How the service says so. */
	words: RegExp;
}

/**
 * Encodes each segment by itself, so that no name can change the path's shape.
 *
 * @throws RangeError for a segment that a URL would drop (WHATWG URL, 'single-dot path segment').
 */
export function encodePath(segments: string[]): string {
	return segments
		.map((segment) => {
			if (segment === '' || segment === '.' || segment === '..') {
				throw new RangeError(`'${segment}' cannot be a path segment`);
			}
			return `/${encodeURIComponent(segment)}`;
		})
		.join('');
}
