import { isMeasurement, medianOf, type Measurement } from './measurement.mts';
import { runProgram, type Flags, type ProgramOptions } from './runProgram.mts';

const MOST_RUNS = 5;
/** A program that takes longer is not run again. */
const SHORT_MS = 5000;

/** What surrounds each run. */
export interface Around {
	before?: () => Promise<void>;
	after?: () => Promise<void>;
}

/** Measures a program in a fresh process, a short one five times, and gives the medians. */
export async function measure(
	program: string,
	flags: Flags,
	{ before, after }: Around = {},
): Promise<Measurement> {
	const measurements: Measurement[] = [];
	do {
		await before?.();
		measurements.push(await measureOnce(program, flags));
		await after?.();
	} while (measurements.length < MOST_RUNS && medianOf(measurements).wallMs < SHORT_MS);
	return medianOf(measurements);
}

/** Measures a program in a fresh process. */
export async function measureOnce(
	program: string,
	flags: Flags,
	options?: ProgramOptions,
): Promise<Measurement> {
	const found = await runProgram(program, flags, options);
	if (!isMeasurement(found)) throw new Error(`${program} reports ${JSON.stringify(found)}`);
	return found;
}
