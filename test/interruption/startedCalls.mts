import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { afterAll, beforeAll } from '@jest/globals';

/** Node.js says here that it begins an HTTP call, before a byte is sent. */
const CHANNEL = 'http.client.request.start';

/** How many HTTP calls this process has started since the tests of a file began. */
export function useCallCount(): () => number {
	let count = 0;
	const hear = (): void => {
		count += 1;
	};
	beforeAll(() => {
		subscribe(CHANNEL, hear);
	});
	afterAll(() => {
		unsubscribe(CHANNEL, hear);
	});
	return () => count;
}
