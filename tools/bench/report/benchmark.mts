/** One line of a benchmark's table; the keys are the headings. */
export type Row = Readonly<Record<string, string | number>>;

/** A figure that is held against the most that it may be. */
export interface Target {
	name: string;
	measured: number;
	limit: number;
}

export interface Figures {
	rows: Row[];
	targets: Target[];
}

export interface Surroundings {
	/** Folder of the package that is measured, built. */
	packageRoot: string;
	/** Says on one line what is being measured. */
	progress: (what: string) => void;
}

export interface Benchmark {
	title: string;
	/** The page in `docs/` that has its tables; `performance.md` when left out. */
	page?: string;
	run(surroundings: Surroundings): Promise<Figures>;
}

export const MEGABYTE = 1e6;

/** Three digits are as much as a measurement tells. */
export function rounded(value: number): number {
	return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** How many times as much, rounded. */
export function ratio(value: number, than: number): number {
	return rounded(value / than);
}
