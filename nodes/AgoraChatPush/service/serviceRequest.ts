import type { Credential } from '../../../credentials/credential';
import type { Explanation } from '../callFailure';
import type { RateName } from './limits/rates';

/** One HTTP call to the service, below the address of the app. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Path segments, not encoded. */
	path: string[];
	query?: Record<string, string | number>;
	body?: object;
	rate: RateName;
	ifRepeated: IfRepeated;
	notFound?: NotFound;
}

/** A request with its settings and its credential. */
export interface Call extends ServiceRequest {
	settings: CallSettings;
	credential: Credential;
}

/** What a failed call has to be explained with. */
export type CallContext = Pick<Call, 'credential' | 'ifRepeated' | 'notFound' | 'settings'>;

/** What came back over HTTP, with the body as text. */
export interface HttpResponse {
	statusCode: number;
	/** Undefined when it was too large to be read. */
	body: string | undefined;
	/** The header of that name. */
	retryAfter?: unknown;
	/** The header of that name: when the response was sent, by the server's clock. */
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

/** For calls that the editor waits for. */
export const EDITOR_SETTINGS: CallSettings = {
	timeoutMs: 10_000,
	maxRetries: 0,
	maxRetryWaitMs: 0,
};

/** What happens when the same call is made twice, as after a lost response. */
export type IfRepeated = 'harmless' | 'pushesAgain' | CreatesAgain;

interface CreatesAgain {
	/** What a user should know of what may have been created twice; sentences with full stops. */
	createsAgain: string;
}

/** What users read when the service does not have what a call is about. */
export interface NotFound extends Explanation {
	/** What the service says then. */
	pattern: RegExp;
}

/**
 * Encodes each segment by itself, so that no name can change the path's shape.
 *
 * @throws RangeError for a segment that a URL would drop (WHATWG URL, 'single-dot path segment').
 */
export function encodePath(segments: string[]): string {
	return segments
		.map((segment) => {
			if (!isPathSegment(segment)) throw new RangeError(`'${segment}' cannot be a path segment`);
			return `/${encodeURIComponent(segment)}`;
		})
		.join('');
}

/** Whether a call can carry a name in its path. */
export function isPathSegment(name: string): boolean {
	return !['', '.', '..'].includes(name);
}
