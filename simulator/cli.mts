import { parseArgs } from 'node:util';
import { type SeedUser, startSimulator, type Simulator } from './index.mts';
import { USER_ID } from './limits.mts';

const DEFAULT_PORT = 8099;
const USAGE = `Simulates Agora Chat's push service.

Usage: npm run simulator -- [options]

  --port <number>         port to listen on (${DEFAULT_PORT}; 0 picks a free one)
  --host <address>        interface to listen on (127.0.0.1)
  --user <id[:devices]>   user who is there from the start, such as anna or carla:apns,fcm;
                          may be given several times
  --create-unknown-users  accept any user ID
  --rates                 keep to Agora's rate limits: refuse calls over them with 429
  --help                  show this text
`;

function readOptions() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: String(DEFAULT_PORT) },
			host: { type: 'string', default: '127.0.0.1' },
			user: { type: 'string', multiple: true, default: [] },
			rates: { type: 'boolean', default: false },
			'create-unknown-users': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN;
	if (!(port <= 65_535)) throw new Error(`--port takes a number up to 65535, not ${values.port}.`);
	return { ...values, port, users: values.user.map(readUser) };
}

/** An Android phone is his device unless others, or none, stand behind the colon. */
function readUser(text: string): SeedUser {
	const [id = '', devices] = text.split(':', 2);
	if (!USER_ID.test(id)) {
		throw new Error(
			`--user takes an ID of up to 64 letters, digits, '_', '-' and '.', not ${text}.`,
		);
	}
	if (devices === undefined) return { id };
	return { id, devices: devices.split(',').filter((provider) => provider !== '') };
}

async function main(): Promise<void> {
	const options = readOptions();
	if (options.help) {
		process.stdout.write(USAGE);
		return;
	}
	const { port, host, users } = options;
	const simulator = await startSimulator(
		{
			port,
			host,
			rates: options.rates ? 'on' : 'off',
			createUnknownUsers: options['create-unknown-users'],
		},
		{ users },
	);
	process.stdout.write(greeting(simulator));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close());
	}
}

function greeting({ url, credentials }: Simulator): string {
	return `Agora Chat push simulator

  Address          ${url}
  Organization     ${credentials.orgName}
  App              ${credentials.appName}
  App token        ${credentials.appToken}
  App ID           ${credentials.appId}
  App certificate  ${credentials.appCertificate}
  Back door        ${url}/_simulator/health
  Page to watch    ${url}/

Ctrl+C ends it.
`;
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
		return `Port ${String(error.port)} is taken by another program; choose one with --port.`;
	}
	return error.message;
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});
