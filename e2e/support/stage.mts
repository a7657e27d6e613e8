import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { launchBrowser } from '../../tools/lib/browser.mts';
import { startN8n, type RunningN8n, type StoredCredential } from '../../tools/n8n/server.mts';

/** What every end-to-end test plays on. */
export interface Stage {
	readonly n8n: RunningN8n;
	readonly simulator: Simulator;
	readonly browser: Browser;
	/** An 'Agora Chat API' credential for the simulator. */
	readonly credential: StoredCredential;
}

let stage: Promise<Stage> | undefined;

/** Starts n8n with the packed node, a simulator and a browser; the same ones on each call. */
export function openStage(): Promise<Stage> {
	stage ??= build();
	return stage;
}

/** Ends what `openStage` started. */
export async function closeStage(): Promise<void> {
	if (stage === undefined) return;
	const { n8n, simulator, browser } = await stage;
	await browser.close();
	await n8n.stop();
	await simulator.close();
}

async function build(): Promise<Stage> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	process.once('exit', () => {
		rmSync(userFolder, { recursive: true, force: true });
	});
	const browser = await launchBrowser();
	const simulator = await startSimulator();
	const n8n = await startN8n({ userFolder });
	const credential = await n8n.client.credentials.create({
		name: 'Agora Chat account',
		type: 'agoraChatApi',
		data: { authentication: 'appCertificate', ...simulator.credentials },
	});
	return { n8n, simulator, browser, credential };
}
