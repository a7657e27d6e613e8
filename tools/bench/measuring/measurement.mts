import { isObject } from '../../lib/json.mts';

/** What one run cost the process that it ran in. */
export interface Measurement {
	wallMs: number;
	/** User and system time of all threads. */
	processorMs: number;
	/** The most memory in use, above what was in use before the run. */
	peakBytes: number;
	/** What the run counted itself. */
	counts: Record<string, number>;
}

export function isMeasurement(value: unknown): value is Measurement {
	return (
		isObject(value) &&
		typeof value.wallMs === 'number' &&
		typeof value.processorMs === 'number' &&
		typeof value.peakBytes === 'number' &&
		isObject(value.counts)
	);
}

export type Figure = 'wallMs' | 'processorMs' | 'peakBytes';

/** The measurement with the median of each figure; the counts are the first one's. */
export function medianOf(measurements: readonly Measurement[]): Measurement {
	const [first] = measurements;
	if (first === undefined) throw new Error('Nothing was measured.');
	const of = (figure: Figure) => median(measurements.map((one) => one[figure]));
	return {
		wallMs: of('wallMs'),
		processorMs: of('processorMs'),
		peakBytes: of('peakBytes'),
		counts: first.counts,
	};
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((one, other) => one - other);
	const low = sorted[Math.floor((sorted.length - 1) / 2)];
	const high = sorted[Math.floor(sorted.length / 2)];
	if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
	return (low + high) / 2;
}
