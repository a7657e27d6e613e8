import { parseFlags } from '../../lib/flags.mts';

export const USAGE = `Opens n8n's editor with this package's node, a credential and the example workflows,
against a simulator of Agora Chat's push service. Nothing leaves this computer.

Usage: npm run editor -- [options]

  --port <number>            port of n8n (5678)
  --simulator-port <number>  port of the simulator (8099)
  --help                     show this text
`;

export interface Arguments {
	showsHelp: boolean;
	port: number;
	simulatorPort: number;
}

/**
 * Reads the command line.
 *
 * @throws Error with one sentence for the user.
 */
export function readArguments(commandArguments: string[]): Arguments {
	const values = parseFlags('npm run editor', commandArguments, {
		port: { type: 'string', default: '5678' },
		'simulator-port': { type: 'string', default: '8099' },
		help: { type: 'boolean', default: false },
	});
	return {
		showsHelp: values.help,
		port: readPort('--port', values.port),
		simulatorPort: readPort('--simulator-port', values['simulator-port']),
	};
}

function readPort(flag: string, text: string): number {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
	if (port >= 1 && port <= 65_535) return port;
	throw new Error(`${flag} takes a number from 1 to 65535, not '${text}'.`);
}
