import { parseFlags } from '../lib/flags.mts';

/** Above it the simulator's records alone would fill the memory of a small computer. */
const MOST_ROWS = 100_000;

export const USAGE = `Runs two of the example workflows, or all, on n8n's engine, with this package's
node, against a simulator of Agora Chat's push service. Nothing leaves this computer.

Usage: npm start -- [options]

  --all            run all of them
  --rows <number>  use that many generated rows in place of the sample rows
  --help           show this text
`;

export interface Arguments {
	showsHelp: boolean;
	/** Whether to run all examples, else those of the main job alone. */
	runsAll: boolean;
	/** How many rows to generate; undefined runs the sample rows. */
	rowCount: number | undefined;
}

/**
 * Reads the command line.
 *
 * @throws Error with one sentence for the user.
 */
export function readArguments(args: string[]): Arguments {
	const { all, rows, help } = parseFlags('npm start', args, {
		all: { type: 'boolean', default: false },
		rows: { type: 'string' },
		help: { type: 'boolean', default: false },
	});
	const rowCount = rows === undefined ? undefined : readRowCount(rows);
	return { showsHelp: help, runsAll: all, rowCount };
}

function readRowCount(text: string): number {
	const count = /^\d+$/.test(text) ? Number(text) : NaN;
	if (count >= 1 && count <= MOST_ROWS) return count;
	throw new Error(`--rows takes a whole number from 1 to ${MOST_ROWS}, not '${text}'.`);
}
