import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isObject, type JsonObject } from '../../lib/json.mts';

/** Says whether npm has installed all that the lockfile of a folder asks for. */
export async function isInstalled(folder: string): Promise<boolean> {
	const [locked, installed] = await Promise.all([
		packagesIn(join(folder, 'package-lock.json')),
		packagesIn(join(folder, WRITTEN_LAST_BY_NPM)),
	]);
	return [...locked].every(([path, { version, isOptional }]) => {
		const found = installed.get(path);
		if (found === undefined) return isOptional;
		return found.version === version && existsSync(join(folder, path, 'package.json'));
	});
}

const WRITTEN_LAST_BY_NPM = 'node_modules/.package-lock.json';

interface LockedPackage {
	version: unknown;
	isOptional: boolean;
}

/** Packages by the folder that they go to; none when the file is not there or half written. */
async function packagesIn(lockfile: string): Promise<Map<string, LockedPackage>> {
	const text = await readFile(lockfile, 'utf8').catch(() => '{}');
	const content: unknown = JSON.parse(text);
	const packages = isObject(content) && isObject(content.packages) ? content.packages : {};
	return new Map(
		Object.entries(packages).flatMap(([path, found]) =>
			path === '' || !isObject(found)
				? []
				: [[path, { version: found.version, isOptional: isForSomePlatforms(found) }]],
		),
	);
}

/** npm leaves out `optional` for some packages that it installs on their own platform only. */
function isForSomePlatforms({ optional, os, cpu }: JsonObject): boolean {
	return optional === true || os !== undefined || cpu !== undefined;
}
