import { parseArgs } from 'node:util';

export const USAGE = `Plays n8n's queue mode with one main process and two workers, of which one is killed, against a
simulator of Agora Chat's push service. It needs PostgreSQL and Redis from Debian's packages, takes
about 10 minutes, and leaves nothing behind. Nothing leaves this computer.

Usage: npm run test:queue -- [options]

  --calls <number>  webhook calls that each push to one user (1000)
  --rows <number>   rows of the nightly sync (20000)
  --keep            write the figures into queue/results.json and docs/scaling.md
  --help            show this text
`;

export interface Arguments {
	showsHelp: boolean;
	calls: number;
	rows: number;
	keeps: boolean;
}

/**
 * Reads the command line.
 *
 * @throws Error with one sentence for the user.
 */
export function readArguments(commandArguments: string[]): Arguments {
	const { values } = parseArgs({
		args: commandArguments,
		options: {
			calls: { type: 'string', default: '1000' },
			rows: { type: 'string', default: '20000' },
			keep: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	return {
		showsHelp: values.help,
		calls: readCount('--calls', values.calls),
		rows: readCount('--rows', values.rows),
		keeps: values.keep,
	};
}

function readCount(flag: string, text: string): number {
	const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	if (count >= 100) return count;
	throw new Error(`${flag} takes a number from 100 to 999999, not '${text}'.`);
}
