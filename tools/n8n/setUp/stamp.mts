import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Says whether an earlier set-up of a folder's lockfile came to its end. */
export async function isStamped(folder: string): Promise<boolean> {
	const stamped = await readFile(stampPath(folder), 'utf8').catch(() => undefined);
	return stamped === (await lockfileDigest(folder));
}

/** Says that the set-up came to its end. */
export async function stamp(folder: string): Promise<void> {
	await writeFile(stampPath(folder), await lockfileDigest(folder));
}

/** Takes that back, before anything is changed. */
export async function removeStamp(folder: string): Promise<void> {
	await rm(stampPath(folder), { force: true });
}

/** Lies within what it vouches for, so that both are deleted together. */
function stampPath(folder: string): string {
	return join(folder, 'node_modules', '.set-up-for');
}

async function lockfileDigest(folder: string): Promise<string> {
	const lockfile = await readFile(join(folder, 'package-lock.json'));
	return createHash('sha256').update(lockfile).digest('hex');
}
