import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSimulator } from '../../../simulator/index.mts';
import type { Row } from '../../bench/report/benchmark.mts';
import { sampleLabels, sampleUsers } from '../../demo/sampleUsers.mts';
import { messageOf } from '../../lib/main.mts';
import type { Installation } from '../installation.mts';
import { startN8n } from '../server.mts';
import { CHECKS, type Place } from './checks.mts';

const NODE_TYPE = 'n8n-nodes-agora-chat-push.agoraChatPush';
const START_TIMEOUT_MS = 300_000;

/** The cells of a version's row, and a sentence about each check that failed. */
export interface Tried {
	cells: Row;
	troubles: string[];
}

/** @throws Error when that n8n does not start, which says nothing of the node. */
export async function tryVersion(installation: Installation): Promise<Tried> {
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-user-'));
	const simulator = await startSimulator({}, { users: sampleUsers, labels: sampleLabels });
	try {
		const n8n = await startN8n({ userFolder, installation, readyTimeoutMs: START_TIMEOUT_MS });
		try {
			if ((await n8n.client.nodeType(NODE_TYPE)) === undefined) {
				const reason = await whyNotLoaded(n8n.logPath);
				return { cells: { loads: NO, ...unchecked() }, troubles: [`loads: ${reason}`] };
			}
			const credential = await n8n.client.credentials.create({
				name: 'Agora Chat account',
				type: 'agoraChatApi',
				data: { authentication: 'appCertificate', ...simulator.credentials },
			});
			const { cells, troubles } = await runChecks({ n8n, simulator, credential });
			return { cells: { loads: 'yes', ...cells }, troubles };
		} finally {
			await n8n.stop();
		}
	} finally {
		await simulator.close();
		await rm(userFolder, { recursive: true, force: true });
	}
}

const NO = '**no**';

/** Every row of the table has all of its columns. */
function unchecked(): Row {
	return Object.fromEntries(Object.keys(CHECKS).map((heading) => [heading, '']));
}

async function runChecks(place: Place): Promise<Tried> {
	const cells: Record<string, string> = {};
	const troubles: string[] = [];
	for (const [heading, check] of Object.entries(CHECKS)) {
		try {
			cells[heading] = await check(place);
		} catch (error) {
			cells[heading] = NO;
			troubles.push(`${heading}: ${messageOf(error)}`);
		}
	}
	return { cells, troubles };
}

/** What n8n prints about the package, which it goes on without. */
async function whyNotLoaded(logPath: string): Promise<string> {
	const lines = (await readFile(logPath, 'utf8')).split('\n');
	return lines.filter((line) => /error|cannot|not/i.test(line) && line.includes('agora')).join(' ');
}
