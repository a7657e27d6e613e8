import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './command.mts';
import { withProgress } from './progress.mts';

/**
 * Runs `npm ci` in a folder and then `finish`, unless both were done for the lockfile as it is.
 *
 * @param what the line that is shown meanwhile
 */
export async function installOnce(
	what: string,
	folder: string,
	finish?: () => Promise<void>,
): Promise<void> {
	const lockfile = await readFile(join(folder, 'package-lock.json'));
	const digest = createHash('sha256').update(lockfile).digest('hex');
	// Lies within what it vouches for, so that both are deleted together, by npm too.
	const stamp = join(folder, 'node_modules', '.set-up-for');
	if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return;

	await withProgress(what, async () => {
		await run('npm', ['ci'], folder);
		await finish?.();
		await writeFile(stamp, digest);
	});
}
