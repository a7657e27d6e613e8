/**
 * Makes the pictures of the documentation anew: `npm run docs:pictures`. They show the packed node in
 * a real n8n, and the simulator's page.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Page } from 'playwright-core';

import { sampleLabel, sampleUsers } from '../tools/demo/sampleUsers.mts';
import { readWorkflow } from '../tools/demo/workflow.mts';
import { chain } from '../tools/lib/nodes.mts';
import { fillCredential, openCredentialForm } from './support/credentialForm.mts';
import { agoraNode, manualTrigger, openNode, openPage, openWorkflow } from './support/editor.mts';
import { closeStage, openStage } from './support/stage.mts';

const FOLDER = resolve(import.meta.dirname, '..', 'docs', 'pictures');
const VIEWPORT = { width: 1280, height: 800 };

const push = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: 'emil, anna, ben',
	waitForResult: true,
	title: 'Your order is on its way',
	content: 'It arrives tomorrow between 9 and 12',
	messageOptions: { badgeAddNum: 1, subTitle: 'Order 1042' },
};

const sync = {
	resource: 'labelMember',
	operation: 'sync',
	label: { __rl: true, mode: 'name', value: 'newsletter' },
	userIds: 'anna, ben, carla, emil',
	dryRun: true,
};

globalThis.stage = await openStage();
try {
	mkdirSync(FOLDER, { recursive: true });
	stage.simulator.seed({ users: sampleUsers, labels: [sampleLabel] });
	await pictureOfCredential();
	await pictureOfPush();
	await pictureOfSync();
	await pictureOfWorkflow();
	await pictureOfPhones();
} finally {
	await closeStage();
}

/** The form of the credential as a new user meets it, filled in. */
async function pictureOfCredential(): Promise<void> {
	const page = await openPage({ viewport: { ...VIEWPORT, height: 1000 } });
	await openWorkflow(page, {
		name: 'New credential',
		nodes: [manualTrigger(), agoraNode(push)],
		connections: chain('Start', 'Agora Chat Push'),
	});
	await openNode(page, 'Agora Chat Push');
	const form = await openCredentialForm(page);
	await fillCredential(form, {
		host: 'a41.chat.agora.io',
		orgName: '41434878',
		appName: '504205',
		appId: '0123456789abcdef'.repeat(2),
		appCertificate: 'fedcba9876543210'.repeat(2),
	});
	await save(page, 'credential');
}

/** The form filled in, with what became of each user in a table beside it. */
async function pictureOfPush(): Promise<void> {
	const page = await openPage({ viewport: VIEWPORT });
	await openWorkflow(page, {
		name: 'Push to three customers',
		nodes: [manualTrigger(), agoraNode(push)],
		connections: chain('Start', 'Agora Chat Push'),
	});
	const panel = await openNode(page, 'Agora Chat Push');
	await panel.getByTestId('node-execute-button').click();
	const output = panel.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.getByText('no push binding').first().waitFor();
	await panel.getByTestId('node-execute-button').getByText('Execute step').waitFor();
	await save(page, 'push-to-users');
}

/** What a dry run would change, below the receipt. */
async function pictureOfSync(): Promise<void> {
	const page = await openPage({ viewport: VIEWPORT });
	await openWorkflow(page, {
		name: 'Sync of a label',
		nodes: [manualTrigger(), agoraNode(sync)],
		connections: chain('Start', 'Agora Chat Push'),
	});
	const panel = await openNode(page, 'Agora Chat Push');
	await panel.getByTestId('node-execute-button').click();
	const output = panel.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.getByText('removed', { exact: true }).waitFor();
	await panel.getByTestId('node-execute-button').getByText('Execute step').waitFor();
	await save(page, 'sync-dry-run');
}

async function pictureOfWorkflow(): Promise<void> {
	const page = await openPage({ viewport: VIEWPORT });
	await openWorkflow(page, await readWorkflow('sheet-to-label.json'));
	await page.getByTestId('zoom-to-fit').click();
	await save(page, 'sheet-to-label');
}

async function pictureOfPhones(): Promise<void> {
	const page = await openPage({ viewport: VIEWPORT });
	await page.goto(stage.simulator.url);
	await page.getByText('Live', { exact: true }).waitFor();
	await save(page, 'simulator');
}

async function save(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
	process.stdout.write(`docs/pictures/${name}.png\n`);
	await page.context().close();
}
