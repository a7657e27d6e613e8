import { join } from 'node:path';

import { run } from '../lib/command.mts';
import { installOnce } from '../lib/installOnce.mts';
import { installation, N8N_FOLDER, packagedNodeFolder } from './installation.mts';

/** Installs n8n and a Node.js for it, unless that is done. */
export async function installN8n(): Promise<void> {
	const { node } = installation();
	const what = 'Installing n8n, once: this takes 3.5 GB of disk and about 5 minutes';
	await installOnce(what, N8N_FOLDER, () => buildDatabase(N8N_FOLDER, node));
}

/** npm was told not to run the packages' own scripts, and this is the one that n8n needs. */
export async function buildDatabase(folder: string, node: string): Promise<void> {
	const headers = packagedNodeFolder();
	const options = headers === undefined ? [] : [`--nodedir=${headers}`];
	const nodeGyp = join(N8N_FOLDER, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	await run(node, [nodeGyp, 'rebuild', ...options], join(folder, 'node_modules', 'sqlite3'));
}
