import { availableParallelism, totalmem, type } from 'node:os';

const GIGABYTE = 2 ** 30;

/** What the figures were measured on, in general words. */
export interface Machine {
	system: string;
	cores: number;
	memoryGigabytes: number;
	node: string;
}

export function machine(): Machine {
	return {
		system: type(),
		cores: availableParallelism(),
		memoryGigabytes: Math.round(totalmem() / GIGABYTE),
		node: process.version,
	};
}
