/** IDs of executions, in the order in which a worker took them. */
export interface Executions {
	started: string[];
	/** Those of them that it did not bring to an end. */
	unfinished: string[];
}

/** Reads what a worker of n8n says about its executions at log level `info`. */
export function executionsIn(log: string): Executions {
	const started = idsAfter('started', log);
	const finished = new Set(idsAfter('finished', log));
	return { started, unfinished: started.filter((id) => !finished.has(id)) };
}

function idsAfter(verb: string, log: string): string[] {
	const lines = log.matchAll(new RegExp(`Worker ${verb} execution (\\d+) `, 'g'));
	return Array.from(lines, ([, id = '']) => id);
}
