import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps the programs of a PostgreSQL server off the PATH, a folder for each version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** Paths of the programs that the cluster needs besides n8n. */
export interface Programs {
	initdb: string;
	postgres: string;
	redisServer: string;
	/** Of util-linux; it lets a program end with its parent, and run as another user. */
	setpriv: string;
}

/**
 * Finds the programs.
 *
 * @throws Error that says which packages to install.
 */
export function findPrograms(): Programs {
	const folders = [...(process.env.PATH ?? '').split(delimiter), ...postgresFolders()];
	const missing = new Set<string>();
	const find = (name: string, debianPackage: string): string => {
		const path = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
		if (path === undefined) missing.add(debianPackage);
		return path ?? '';
	};
	const programs: Programs = {
		initdb: find('initdb', 'postgresql'),
		postgres: find('postgres', 'postgresql'),
		redisServer: find('redis-server', 'redis-server'),
		setpriv: find('setpriv', 'util-linux'),
	};
	if (missing.size === 0) return programs;
	throw new Error(
		`This needs PostgreSQL and Redis, and some of it is not installed: ` +
			`on Debian, 'apt-get install ${[...missing].join(' ')}' does it.`,
	);
}

/** The newest version first. */
function postgresFolders(): string[] {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	const versions = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
}
