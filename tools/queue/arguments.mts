import { parseArgs } from 'node:util';

export type Scenario = 'rate' | 'calls' | 'sync';

/** In the order in which they are played. */
export const SCENARIOS: Readonly<Record<Scenario, string>> = {
	rate: 'Two workers share the rate',
	calls: 'Webhook calls while a worker dies half-way',
	sync: 'A nightly sync whose worker dies half-way',
};

export const USAGE = `Plays n8n's queue mode with one main process and two workers, of which one is killed, against a
simulator of Agora Chat's push service. It needs PostgreSQL and Redis from Debian's packages, takes
about 10 minutes, and leaves nothing behind. Nothing leaves this computer.

Usage: npm run test:queue -- [options] [rate | calls | sync] …

  --calls <number>  webhook calls that each push to one user (1000)
  --rows <number>   rows of the nightly sync (20000)
  --keep            write the figures into tools/queue/results.json and docs/scaling.md
  --help            show this text
`;

export interface Arguments {
	showsHelp: boolean;
	/** All of them when none is named. */
	scenarios: Scenario[];
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
	const { values, positionals } = parseArgs({
		args: commandArguments,
		allowPositionals: true,
		options: {
			calls: { type: 'string', default: '1000' },
			rows: { type: 'string', default: '20000' },
			keep: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	return {
		showsHelp: values.help,
		scenarios: positionals.length === 0 ? [...NAMES] : positionals.map(readScenario),
		calls: readCount('--calls', values.calls),
		rows: readCount('--rows', values.rows),
		keeps: values.keep,
	};
}

const NAMES = ['rate', 'calls', 'sync'] as const satisfies Scenario[];

function readScenario(text: string): Scenario {
	const name = NAMES.find((one) => one === text);
	if (name !== undefined) return name;
	throw new Error(`There is no scenario '${text}'; there are ${NAMES.join(', ')}.`);
}

function readCount(flag: string, text: string): number {
	const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	if (count >= 100) return count;
	throw new Error(`${flag} takes a number from 100 to 999999, not '${text}'.`);
}
