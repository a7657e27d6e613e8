import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';

import { run, type CommandResult } from '../../lib/command.mts';
import { withProgress } from '../../lib/progress.mts';
import { installation, N8N_FOLDER, packagedNodeFolder } from '../installation.mts';
import { explain } from './explain.mts';
import { isInstalled } from './installed.mts';
import { isStamped, removeStamp, stamp } from './stamp.mts';

const GIGABYTE = 1e9;
const NEEDED_GIGABYTES = 3.5;
const DOT_EVERY_MS = 10_000;

const modules = join(N8N_FOLDER, 'node_modules');
const database = join(modules, 'sqlite3');

/**
 * Installs n8n and a Node.js for it, unless that is done; what broke half-way is done again.
 *
 * @throws Error with one sentence for the user.
 */
export async function setUp(): Promise<void> {
	const { node, n8n } = installation();
	if ((await isStamped(N8N_FOLDER)) && [node, n8n, database].every((path) => existsSync(path))) {
		return;
	}
	await removeStamp(N8N_FOLDER);
	if (!(await isInstalled(N8N_FOLDER))) {
		process.stdout.write(
			`Setting up n8n, once: this takes ${NEEDED_GIGABYTES} GB of disk and 5 to 10 minutes.\n`,
		);
		await requireSpace();
		await step('Installing n8n', () => run('npm', ['ci'], N8N_FOLDER));
	}
	if (!(await loadDatabase(node)).succeeded) {
		await step("Building n8n's database, about 2 minutes", () => buildDatabase(node));
		await step("Loading n8n's database", () => loadDatabase(node));
	}
	await stamp(N8N_FOLDER);
}

async function requireSpace(): Promise<void> {
	const { bavail, bsize } = await statfs(N8N_FOLDER);
	const freeGigabytes = (bavail * bsize) / GIGABYTE;
	if (freeGigabytes >= NEEDED_GIGABYTES) return;
	throw new Error(
		`n8n takes ${NEEDED_GIGABYTES} GB of disk and only ${freeGigabytes.toFixed(1)} GB are free: ` +
			'make room and start this again.',
	);
}

/** npm was told not to run the packages' own scripts, and this is the one that n8n needs. */
async function buildDatabase(node: string): Promise<CommandResult> {
	const headers = packagedNodeFolder();
	const options = headers === undefined ? [] : [`--nodedir=${headers}`];
	const nodeGyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
	return await run(node, [nodeGyp, 'rebuild', ...options], database);
}

async function loadDatabase(node: string): Promise<CommandResult> {
	return await run(node, ['--eval', "require('sqlite3')"], N8N_FOLDER);
}

/** Shows that it goes on, and throws when it fails. */
async function step(name: string, work: () => Promise<CommandResult>): Promise<void> {
	const dots = setInterval(() => process.stdout.write('.'), DOT_EVERY_MS);
	try {
		await withProgress(name, async () => {
			const { succeeded, printed } = await work();
			if (!succeeded) throw new Error(explain(name, printed));
		});
	} finally {
		clearInterval(dots);
	}
}
