import type { Benchmark } from '../report/benchmark.mts';
import { calls } from './calls.mts';
import { floor } from './floor.mts';
import { httpRequest } from './httpRequest.mts';
import { labels } from './labels.mts';
import { ownCost } from './ownCost.mts';
import { rates } from './rates.mts';
import { share } from './share.mts';
import { size } from './size.mts';
import { soak } from './soak.mts';
import { sync } from './sync.mts';

/** All benchmarks by the names that the command line takes. */
export const benchmarks: ReadonlyMap<string, Benchmark> = new Map(
	Object.entries({
		calls,
		http: httpRequest,
		floor,
		rates,
		share,
		cost: ownCost,
		sync,
		labels,
		size,
		soak,
	}),
);
