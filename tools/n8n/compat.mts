/**
 * Tries the packed node on other versions of n8n: `npm run test:compat -- 2.0.0 2.20.0`. For each it
 * installs that n8n, loads the tarball, and runs the example workflows against the simulator.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSimulator } from '../../simulator/index.mts';
import { examples } from '../demo/examples.mts';
import { runExample } from '../demo/runExample.mts';
import { sampleUsers } from '../demo/sampleUsers.mts';
import { messageOf } from '../lib/main.mts';
import { installVersion } from './compat/installVersion.mts';
import { runsOn } from './compat/serverRuns.mts';
import type { Installation } from './installation.mts';
import { startN8n } from './server.mts';

const versions = process.argv.slice(2);
if (versions.length === 0) {
	process.stderr.write('Name at least one version of n8n: npm run test:compat -- 2.0.0\n');
	process.exitCode = 1;
}
for (const version of versions) {
	const trouble = await tryVersion(version).catch(messageOf);
	process.stdout.write(`n8n ${version}: ${trouble === '' ? 'works' : `fails: ${trouble}`}\n`);
	if (trouble !== '') process.exitCode = 1;
}

/** @returns what went wrong, empty when nothing did. */
async function tryVersion(version: string): Promise<string> {
	process.stdout.write(`n8n ${version}: trying; installing it takes minutes the first time …\n`);
	const installed = await installVersion(version);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-compat-'));
	try {
		return (await runExamples(installed, userFolder)).join(' ');
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

async function runExamples(installed: Installation, userFolder: string): Promise<string[]> {
	const simulator = await startSimulator();
	simulator.seed({ users: sampleUsers });
	try {
		const n8n = await startN8n({ userFolder, installation: installed });
		try {
			const credential = await n8n.client.credentials.create({
				name: 'Agora Chat account',
				type: 'agoraChatApi',
				data: { authentication: 'appCertificate', ...simulator.credentials },
			});
			const engine = runsOn(n8n.client, credential);
			const surprises: string[] = [];
			for (const example of examples) {
				surprises.push(...(await runExample(example, { engine, simulator })).surprises);
			}
			return surprises;
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
	}
}
