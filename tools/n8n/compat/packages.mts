import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../../lib/command.mts';
import { asObject, type JsonObject } from '../../lib/json.mts';
import { N8N_FOLDER } from '../installation.mts';

type Versions = Readonly<Record<string, string>>;

/**
 * Installs packages into a folder of their own.
 *
 * @throws Error with all that npm said, when there is no such version.
 */
export async function installPackages(
	folder: string,
	dependencies: Versions,
	overrides: Versions = {},
): Promise<void> {
	await mkdir(folder, { recursive: true });
	await copyFile(join(N8N_FOLDER, '.npmrc'), join(folder, '.npmrc'));
	const manifest = { private: true, dependencies, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	await run('npm', ['install'], folder);
}

export async function readJson(path: string): Promise<JsonObject> {
	return asObject(JSON.parse(await readFile(path, 'utf8')));
}
