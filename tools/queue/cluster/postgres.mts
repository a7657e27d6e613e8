import { join } from 'node:path';

import { run } from '../../lib/command.mts';
import { findFreePort } from '../../n8n/ports.mts';
import { untilReady } from '../../n8n/ready.mts';
import { startProcess, type ServerProcess } from '../../n8n/serverProcess.mts';
import type { Programs } from './programs.mts';

/** PostgreSQL refuses to run as root; Debian's package makes this user for it. */
const SERVICE_USER = 'postgres';

/** A user of the database, not of the system. */
const DATABASE_USER = 'n8n';

export interface Database {
	process: ServerProcess;
	/** Settings of n8n, as environment variables. */
	settings: Readonly<Record<string, string>>;
}

/** Starts a PostgreSQL of its own on loopback, empty, with its data in a folder that it makes. */
export async function startPostgres(
	programs: Programs,
	folder: string,
	signal: AbortSignal,
): Promise<Database> {
	const data = join(folder, 'postgres');
	const user = process.getuid?.() === 0 ? SERVICE_USER : undefined;
	await makeFolder(data, user);
	await makeDatabase(programs, data, user);

	const port = await findFreePort();
	const server = startProcess({
		name: 'postgres',
		path: programs.setpriv,
		// SIGINT ends it without waiting for its clients.
		arguments: [
			...['--pdeathsig', 'INT', ...asUser(user)],
			...[programs.postgres, '-D', data, '-p', String(port), '-h', '127.0.0.1'],
			...['-c', 'unix_socket_directories='],
		],
		folder,
		environment: {},
		stopSignal: 'SIGINT',
	});
	try {
		await untilReady(server, 'database system is ready to accept connections', { signal });
	} catch (error) {
		await server.stop();
		throw error;
	}
	return { process: server, settings: settingsFor(port) };
}

/** Whoever may use loopback may use the database: it lives for minutes and holds nothing secret. */
async function makeDatabase(
	{ setpriv, initdb }: Programs,
	data: string,
	user: string | undefined,
): Promise<void> {
	const what = ['-D', data, '-U', DATABASE_USER, '--auth=trust', '--no-sync', '--encoding=UTF8'];
	await run(setpriv, [...asUser(user), initdb, ...what, '--locale=C'], '/');
}

async function makeFolder(folder: string, user: string | undefined): Promise<void> {
	const owner = user === undefined ? [] : [`--owner=${user}`, `--group=${user}`];
	await run('install', ['--directory', '--mode=0700', ...owner, folder], '/');
}

function asUser(user: string | undefined): string[] {
	return user === undefined ? [] : ['--reuid', user, '--regid', user, '--clear-groups'];
}

function settingsFor(port: number): Record<string, string> {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: DATABASE_USER,
	};
}
