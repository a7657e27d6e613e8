import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run, type CommandResult } from '../../lib/command.mts';
import {
	installation,
	N8N_FOLDER,
	packagedNodeFolder,
	type Installation,
} from '../installation.mts';

/** Kept between runs, because an n8n takes minutes to install; ignored by git. */
const VERSIONS_FOLDER = join(N8N_FOLDER, 'versions');

/**
 * Older versions take their spreadsheet library from its maker's own server; the one of the npm
 * registry stands in, for the check does not touch spreadsheets.
 */
const OVERRIDES = { xlsx: '0.18.5' };

/**
 * Installs a version of n8n beside the pinned one, unless it is there already.
 *
 * @throws Error with what npm or node-gyp said, when there is no such version or it cannot be built.
 */
export async function installVersion(version: string): Promise<Installation> {
	const folder = join(VERSIONS_FOLDER, version);
	const installed: Installation = {
		node: installation().node,
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
	const stamp = join(folder, 'complete');
	if (await exists(stamp)) return installed;

	await mkdir(folder, { recursive: true });
	await copyFile(join(N8N_FOLDER, '.npmrc'), join(folder, '.npmrc'));
	await writeFile(
		join(folder, 'package.json'),
		JSON.stringify({ private: true, dependencies: { n8n: version }, overrides: OVERRIDES }),
	);
	succeed(await run('npm', ['install'], folder));
	succeed(await buildDatabase(folder, installed.node));
	await writeFile(stamp, '');
	return installed;
}

async function buildDatabase(folder: string, node: string): Promise<CommandResult> {
	const headers = packagedNodeFolder();
	const nodeGyp = join(N8N_FOLDER, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	const options = headers === undefined ? [] : [`--nodedir=${headers}`];
	return await run(node, [nodeGyp, 'rebuild', ...options], join(folder, 'node_modules', 'sqlite3'));
}

function succeed({ succeeded, printed }: CommandResult): void {
	if (!succeeded) throw new Error(printed.trim().split('\n').slice(-10).join('\n'));
}

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}
