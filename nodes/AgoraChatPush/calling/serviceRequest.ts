/** One HTTP call to the service, below `https://{host}/{org}/{app}`. */
export interface ServiceRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Path segments as they are; encoding is the door's business. */
	path: string[];
	query?: Record<string, string | number>;
	body?: object;
	timeoutMs: number;
	ifRepeated: IfRepeated;
}

/** What would come of making the same call twice, as after an answer that was lost. */
export type IfRepeated = 'harmless' | 'pushesAgain' | 'createsAgain';

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
