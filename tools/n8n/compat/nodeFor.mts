import { join } from 'node:path';

import { installation, OLDEST_NODE } from '../installation.mts';
import { installPackages } from './packages.mts';

/**
 * A Node.js for an n8n: the pinned one, or an older one that is put into that n8n's folder.
 *
 * @param engines what n8n asks for, like `>=18.17 <= 22`: it names the newest that it runs on, or none
 */
export async function nodeFor(engines: string, folder: string): Promise<string> {
	const [, newest] = /<=\s*(\d+)/.exec(engines) ?? [];
	if (newest === undefined || Number(newest) >= OLDEST_NODE) return installation().node;
	const name = `node-${process.platform}-${process.arch}`;
	const ownFolder = join(folder, 'node');
	await installPackages(ownFolder, { [name]: newest });
	return join(ownFolder, 'node_modules', name, 'bin', 'node');
}
