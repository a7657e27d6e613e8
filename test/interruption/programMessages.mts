import type { SimulatorCredentials } from '../../simulator/index.mts';
import type { NodeRunOptions } from '../support/nodeRun.mts';

/** What the program is to run. */
export interface Order extends Pick<NodeRunOptions, 'parameters' | 'rows' | 'onError'> {
	credentials: SimulatorCredentials;
	/** When the run is to be stopped; never when left out. */
	stopAfterMs?: number;
}

/** The program waits for its order. */
export type Ready = 'ready';

/** What came of the run. */
export interface Report {
	itemCount: number;
	error: string | undefined;
}

/** As far as it goes: tests send nothing else. */
export function isOrder(value: unknown): value is Order {
	return typeof value === 'object' && value !== null && 'parameters' in value;
}

export function isReport(value: unknown): value is Report {
	return typeof value === 'object' && value !== null && 'itemCount' in value;
}
