import type { Measurement } from './measurement.mts';
import { PeakMemory } from './peakMemory.mts';

const SETTLE_MS = 200;

/** A run of what is to be measured; gives what it counted. */
export type Run = () => Promise<Record<string, number>>;

/**
 * Measures one run in this process, made for it alone, and reports to the process that started it.
 *
 * @param run everything that it needs is loaded and made already.
 */
export async function measured(run: Run): Promise<void> {
	await settle();
	const memory = new PeakMemory();
	const processorBefore = process.cpuUsage();
	const startMs = performance.now();
	const counts = await run();
	const wallMs = performance.now() - startMs;
	const processor = process.cpuUsage(processorBefore);
	const measurement: Measurement = {
		wallMs,
		processorMs: (processor.user + processor.system) / 1000,
		peakBytes: memory.stop(),
		counts,
	};
	report(measurement);
}

/** Sends what a program found to the process that started it, and ends this one. */
export function report(found: object): void {
	process.send?.(found, () => process.exit());
}

/** Lets go of what was only needed to get ready. */
async function settle(): Promise<void> {
	globalThis.gc?.();
	await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
	globalThis.gc?.();
}
