import { once } from 'node:events';
import { join } from 'node:path';

import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { build, isBuilt } from '../demo/build.mts';
import { sampleLabels, sampleUsers } from '../demo/sampleUsers.mts';
import { runMain } from '../lib/main.mts';
import { withProgress } from '../lib/progress.mts';
import { ROOT } from '../lib/root.mts';
import { readArguments, USAGE, type Arguments } from './editor/arguments.mts';
import { createCredentials } from './editor/credentials.mts';
import { Memory } from './editor/memory.mts';
import { createWorkflows } from './editor/workflows.mts';
import { N8N_FOLDER } from './installation.mts';
import { installN8n } from './installN8n.mts';
import { isFree } from './ports.mts';
import { startN8n, type RunningN8n } from './server.mts';

/** The name of examples/webhook-to-push.json. */
const FIRST_WORKFLOW = 'Push order updates from a webhook';
const USER_FOLDER = join(N8N_FOLDER, 'user');

async function main(): Promise<void> {
	const given = readArguments(process.argv.slice(2));
	if (given.showsHelp) {
		process.stdout.write(USAGE);
		return;
	}
	process.chdir(ROOT);
	await installN8n();
	if (!(await isBuilt())) await withProgress('Building the node', build);
	const simulator = await startSeededSimulator(given.simulatorPort);
	try {
		await runN8n(given, simulator);
	} finally {
		await simulator.close();
	}
}

/** Its label is there from the beginning, for the announcement, and for a sync to find a change. */
async function startSeededSimulator(port: number): Promise<Simulator> {
	const startState = { users: sampleUsers, labels: sampleLabels };
	return await startSimulator({ port }, startState).catch((error: unknown) => {
		const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		throw isTaken ? portTaken(port, '--simulator-port') : error;
	});
}

/** Until it is asked to end, or n8n ends by itself. */
async function runN8n({ port }: Arguments, simulator: Simulator): Promise<void> {
	if (!(await isFree(port))) throw portTaken(port, '--port');
	const n8n = await withProgress('Starting n8n', () => startN8n({ userFolder: USER_FOLDER, port }));
	try {
		const memory = await Memory.read(USER_FOLDER);
		const credentials = await createCredentials(n8n.client, memory, simulator.credentials);
		await createWorkflows(n8n.client, memory, credentials);
		process.stdout.write(greeting(n8n, simulator));
		const isAsked = await Promise.race([untilAsked(), n8n.ended.then(() => false)]);
		if (!isAsked) throw new Error(`n8n ended by itself; ${n8n.logPath} may tell why.`);
		process.stdout.write('\nEnding n8n …\n');
	} finally {
		await n8n.stop();
	}
}

async function untilAsked(): Promise<true> {
	process.off('SIGINT', endAtOnce).off('SIGTERM', endAtOnce);
	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	return true;
}

function portTaken(port: number, flag: string): Error {
	return new Error(
		`Port ${port} is taken by another program, or this runs already: choose one with ${flag}.`,
	);
}

function greeting({ url, owner }: RunningN8n, simulator: Simulator): string {
	return `
  Editor     ${url}/home/workflows
  E-mail     ${owner.email}
  Password   ${owner.password}
  Simulator  ${simulator.url}

Log in, open "${FIRST_WORKFLOW}", and click "Execute workflow". The simulator's page
shows the push on the phones of who was reached. All examples are there, with a credential for
the simulator. What you change stays in tools/n8n/user. Ctrl+C ends both.
`;
}

/** n8n and npm end with this process. */
function endAtOnce(): void {
	process.exit(1);
}

process.once('SIGINT', endAtOnce).once('SIGTERM', endAtOnce);
runMain(main);
