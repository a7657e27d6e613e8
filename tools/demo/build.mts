import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from '../lib/command.mts';

const SOURCES = ['nodes', 'credentials', 'package.json', 'tsconfig.json', 'gulpfile.js'];
/** What the last step of the build puts there; missing after a build that failed half-way. */
const BUILT_LAST = 'dist/nodes/AgoraChatPush/AgoraChatPush.node.json';

/**
 * Says whether `dist` is younger than everything it is made of, folders included, whose time tells
 * of deleted files. Nothing is built twice, and a build does not pull `dist` from under others.
 */
export async function isBuilt(): Promise<boolean> {
	const [last, built, ...sources] = await Promise.all(
		[BUILT_LAST, 'dist', ...SOURCES].map(changeTimesMs),
	);
	return last?.length === 1 && Math.max(...sources.flat()) < Math.max(...(built ?? []));
}

/**
 * Builds the node.
 *
 * @throws Error with all that the build printed.
 */
export async function build(): Promise<void> {
	await run('npm', ['run', 'build'], '.');
}

/** When a file, or a folder and all within it, last changed; empty when it is not there. */
async function changeTimesMs(path: string): Promise<number[]> {
	const own = await stat(path).catch(() => undefined);
	if (own === undefined) return [];
	const entries = own.isDirectory() ? await readdir(path, { recursive: true }) : [];
	const within = await Promise.all(entries.map((entry) => stat(join(path, entry))));
	return [own, ...within].map(({ mtimeMs }) => mtimeMs);
}
