/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MESSAGE, useSimulator } from '../../test/simulator/setup.mts';
import { regionOf, useBrowser } from './browser.mts';

const { simulator, call } = useSimulator();
const open = useBrowser();

async function simulateFault(page: Page, words: string, extent: string): Promise<void> {
	await page.getByLabel('What happens').selectOption(words);
	await page.getByLabel(extent).check();
	await page.getByRole('button', { name: 'Simulate a fault' }).click();
}

describe('faults', () => {
	it('hit the next request, and are shown', async () => {
		const page = await open(simulator().url);

		await simulateFault(page, '502 as an HTML page', 'The next request');
		await regionOf(page, 'Faults').getByText('502 as an HTML page: the next request').waitFor();
		const { status, text } = await call('GET', 'push/label');
		expect([status, text]).toEqual([502, expect.stringContaining('<html>')]);
		await regionOf(page, 'Faults').getByText('No faults').waitFor();
		await regionOf(page, 'Requests').getByRole('row', { name: '502 Error status' }).waitFor();
		expect((await call('GET', 'push/label')).status).toBe(200);
	});

	it('carry a Retry-After, for the next ten of one action, until cleared', async () => {
		const page = await open(simulator().url);

		await page.getByLabel('Seconds').fill('7');
		await page.getByLabel('To which requests').selectOption('listLabels');
		await simulateFault(page, '429 with Retry-After', 'The next 10');
		await regionOf(page, 'Faults').getByText('the next 10 listLabels requests').waitFor();
		expect(await call('GET', 'push/label')).toMatchObject({
			status: 429,
			headers: { 'retry-after': '7' },
		});
		await regionOf(page, 'Faults').getByText('the next 9 listLabels requests').waitFor();
		await page.getByRole('button', { name: 'Clear all faults' }).click();
		await regionOf(page, 'Faults').getByText('No faults').waitFor();
		expect((await call('GET', 'push/label')).status).toBe(200);
	});

	it('lose answers by share', async () => {
		const page = await open(simulator().url);

		await page.getByLabel('Percentage', { exact: true }).fill('100');
		await simulateFault(
			page,
			'Lost answer: done, then the connection breaks',
			'A percentage of all',
		);
		await regionOf(page, 'Faults')
			.getByText('Broken connection, after the work is done: 100 % of all requests')
			.waitFor();
		await expect(call('POST', 'push/label', { name: 'vip' })).rejects.toThrow();
		await regionOf(page, 'Requests').getByText('but done').waitFor();
		expect(simulator().labelNames).toEqual(['vip']);
	});
});

describe('switches', () => {
	it('turn with the keyboard alone, and keep the focus', async () => {
		const page = await open(simulator().url);
		const rates = page.getByRole('switch', { name: 'Keep to Agora’s rate limits' });
		await page.getByText('Live', { exact: true }).waitFor();

		await reachWithTab(page, 'Keep to Agora’s rate limits');
		await page.keyboard.press('Space');
		await page.locator('[role=switch][aria-checked=true]').waitFor();
		expect(simulator().settings.rates).toBe('on');
		expect(await rates.evaluate((button) => button.matches(':focus-visible'))).toBe(true);
		await page.keyboard.press('Enter');
		await page.locator('[role=switch][aria-checked=true]').waitFor({ state: 'detached' });
		expect(simulator().settings.rates).toBe('off');
	});

	it('follow what is changed in code', async () => {
		const page = await open(simulator().url);

		simulator().settings.createUnknownUsers = true;
		await page.getByRole('switch', { name: 'Accept any user ID', checked: true }).waitFor();
	});
});

describe('reset', () => {
	it('asks first, and then forgets everything', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['anna'] }] });
		await call('POST', 'push/single', { targets: ['nobody'], pushMessage: MESSAGE });
		const page = await open(simulator().url);
		await regionOf(page, 'Did not arrive').getByText('No such user').waitFor();
		const dialog = page.getByRole('dialog');

		await page.getByRole('button', { name: 'Reset the simulator' }).click();
		await dialog.getByRole('button', { name: 'Keep it' }).click();
		expect(await dialog.isVisible()).toBe(false);
		expect(simulator().labelNames).toEqual(['vip']);

		await page.getByRole('button', { name: 'Reset the simulator' }).click();
		await dialog.getByRole('button', { name: 'Reset everything' }).click();
		await page.getByText('There are no labels yet').waitFor();
		await regionOf(page, 'Did not arrive').getByText('Nothing was pushed yet.').waitFor();
		expect(await dialog.isVisible()).toBe(false);
	});
});

async function reachWithTab(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		const focused = await page.locator(':focus').textContent();
		if (focused?.trim() === name) return;
	}
	throw new Error(`Tab does not reach "${name}".`);
}
