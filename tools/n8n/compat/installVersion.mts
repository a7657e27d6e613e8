import { cp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { textAt } from '../../lib/json.mts';
import { installation, N8N_FOLDER, type Installation } from '../installation.mts';
import { nodeFor } from './nodeFor.mts';
import { installPackages, readJson } from './packages.mts';

/**
 * Older versions take their spreadsheet library from its maker's own server; the one of the npm
 * registry stands in, for the checks do not touch spreadsheets.
 */
const OVERRIDES = { xlsx: '0.18.5' };

/** An n8n that is deleted when it is not needed any more. */
export interface InstalledVersion extends Installation {
	remove(): Promise<void>;
}

/**
 * Installs a version of n8n into a temporary folder, unless it is there, with a Node.js that it runs
 * on. The pinned version is used where it is, and stays.
 *
 * @throws Error with all that npm said, when there is no such version.
 */
export async function installVersion(version: string): Promise<InstalledVersion> {
	const { dependencies } = await readJson(join(N8N_FOLDER, 'package.json'));
	if (textAt(dependencies, 'n8n') === version) {
		return { ...installation(), remove: () => Promise.resolve() };
	}
	const folder = join(tmpdir(), 'n8n-versions', version);
	const modules = join(folder, 'node_modules');
	if (!(await exists(join(folder, STAMP)))) {
		await installPackages(folder, { n8n: version }, OVERRIDES);
		await copyDatabase(modules);
		await writeFile(join(folder, STAMP), '');
	}
	const { engines } = await readJson(join(modules, 'n8n', 'package.json'));
	return {
		node: await nodeFor(textAt(engines, 'node'), folder),
		n8n: join(modules, 'n8n', 'bin', 'n8n'),
		remove: async () => {
			// First, so that what a broken off removal leaves is not taken for an n8n.
			await rm(join(folder, STAMP), { force: true });
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Lies within what it vouches for, from the end of its installation until its removal. */
const STAMP = 'complete';

/**
 * n8n's database is made for Node-API, which is the same in every version of Node.js, so that what was
 * built for the pinned n8n serves.
 */
async function copyDatabase(modules: string): Promise<void> {
	const from = join(N8N_FOLDER, 'node_modules', 'sqlite3');
	const to = join(modules, 'sqlite3');
	const [built, needed] = await Promise.all(
		[from, to].map(async (folder) =>
			textAt(await readJson(join(folder, 'package.json')), 'version'),
		),
	);
	if (built !== needed) throw new Error(`It needs sqlite3 ${needed}, and ${built} is built.`);
	await cp(join(from, 'build'), join(to, 'build'), { recursive: true });
}

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}
