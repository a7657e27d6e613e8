import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openPage, openWorkflow } from './support/editor.mts';
import { readExample } from './support/exampleWorkflow.mts';
import { savePicture } from './support/panel.mts';
import { putIntoProduction, takeOutOfProduction } from './support/production.mts';

const LOGIN = { username: 'console', password: 'not-a-secret' };
const PUSH = {
	Title: 'Dinner for <3',
	Content: 'Come by until 8 & bring a friend.',
	Label: 'news',
};

let page: Page;
let workflowId: string;

beforeAll(async () => {
	const login = await stage.n8n.client.credentials.create({
		name: 'Push console',
		type: 'httpBasicAuth',
		data: { user: LOGIN.username, password: LOGIN.password },
	});
	page = await openPage({ httpCredentials: LOGIN });
	workflowId = await openWorkflow(page, await readExample('compose-a-push.json', login));
	await savePicture(page, 'form canvas');
	await putIntoProduction(workflowId);
});

beforeEach(async () => {
	const { simulator, n8n } = stage;
	simulator.reset();
	simulator.seed({
		users: ['anna', 'ben', 'carla'],
		labels: [{ name: 'news', members: ['anna', 'ben'] }],
	});
	await page.goto(`${n8n.url}/form/compose-a-push`);
});

afterAll(async () => {
	await takeOutOfProduction(workflowId);
	await stage.n8n.client.workflows.delete(workflowId);
	await page.context().close();
	stage.simulator.reset();
});

it('shows whom the push would reach and how it reads, and sends just that once it is confirmed', async () => {
	await savePicture(page, 'form compose');
	await fillIn(PUSH);

	await heading('Send this push?');
	await page.getByText('It goes to everyone with the label news: at most 2 users.').waitFor();
	await page.getByText('Dinner for <3').waitFor();
	await page.getByText('Come by until 8 & bring a friend.').waitFor();
	await savePicture(page, 'form confirm');
	expect(pushes()).toEqual([]);
	await choose('Send it now');

	await heading('Sent');
	const [task] = stage.simulator.tasks;
	await page
		.getByText(`Agora took the push to news as task ${task?.taskId}. It goes out now.`)
		.waitFor();
	await savePicture(page, 'form sent');
	expect(pushes()).toEqual([
		expect.objectContaining({
			targets: ['news'],
			pushMessage: { title: 'Dinner for <3', content: 'Come by until 8 & bring a friend.' },
		}),
	]);
	expect(stage.simulator.deliveries.map(({ userId }) => userId)).toEqual(['anna', 'ben']);
});

it('tells what is wrong on a page on which it is mended', async () => {
	await fillIn({ ...PUSH, Title: 'A title that is longer than any phone would show' });
	await heading('Change the push');
	await page.getByText("'Title' has 48 characters, but at most 32 are allowed.").waitFor();
	await savePicture(page, 'form too long');

	await fillIn({ Title: 'Dinner', Label: 'nwes' });
	await page.getByText(/label .*does not exist/).waitFor();
	await savePicture(page, 'form no such label');

	await fillIn({ Label: 'news' });
	await heading('Send this push?');
	await choose('Change it first');

	await heading('Change the push');
	await savePicture(page, 'form change');
	expect(await page.getByLabel('Title').inputValue()).toBe('Dinner');
	await fillIn({ Content: 'Come by until 9.' });
	await heading('Send this push?');
	await choose('Send it now');

	await heading('Sent');
	expect(pushes()).toEqual([
		expect.objectContaining({ pushMessage: { title: 'Dinner', content: 'Come by until 9.' } }),
	]);
});

it.each([
	[
		'Not sent',
		{ weather: { kind: 'status', status: 403 } },
		'The service refused the call (403: Forbidden).',
	],
	['Perhaps sent', { weather: { kind: 'reset' }, afterEffect: true }, 'Find out who got it'],
] as const)('says on the last page what did not go well: %s', async (title, rule, reason) => {
	stage.simulator.weather.add({ ...rule, action: 'sendToLabels' });
	await fillIn(PUSH);
	await heading('Send this push?');
	await choose('Send it now');

	await heading(title);
	await savePicture(page, `form ${title}`);
	expect(await page.locator('.container').innerText()).toContain(reason);
	expect(pushes()).toHaveLength(1);
});

it('shows strangers nothing', async () => {
	const { status } = await fetch(`${stage.n8n.url}/form/compose-a-push`);
	expect(status).toBe(401);
});

async function heading(text: string): Promise<void> {
	await page.getByRole('heading', { name: text, exact: true }).waitFor();
}

async function choose(option: string): Promise<void> {
	await page.getByLabel(option).check();
	await page.getByRole('button').click();
}

async function fillIn(texts: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(texts)) await page.getByLabel(name).fill(text);
	await page.getByRole('button').click();
}

/** The bodies of the pushes that the simulator got. */
function pushes(): unknown[] {
	return stage.simulator.requests
		.filter(({ action }) => action === 'sendToLabels')
		.map(({ body }) => body);
}
