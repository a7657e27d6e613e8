import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../../lib/command.mts';
import { installation, N8N_FOLDER, type Installation } from '../installation.mts';
import { buildDatabase } from '../installN8n.mts';

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
 * @throws Error with all that npm or node-gyp said, when there is no such version or it cannot be built.
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
	await run('npm', ['install'], folder);
	await buildDatabase(folder, installed.node);
	await writeFile(stamp, '');
	return installed;
}

async function exists(path: string): Promise<boolean> {
	return await stat(path).then(
		() => true,
		() => false,
	);
}
