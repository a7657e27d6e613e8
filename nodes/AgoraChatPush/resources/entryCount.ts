import { quantity } from '../output/wording';
import type { JobResults } from '../runJobs';

/** How many entries the lists of some jobs hold, such as '4 members'. */
export function entryCount(results: JobResults<unknown, unknown[]>, unit: string): string {
	let count = 0;
	for (const result of results.values()) {
		if (result.state === 'succeeded') count += result.value.length;
	}
	return quantity(count, unit);
}
