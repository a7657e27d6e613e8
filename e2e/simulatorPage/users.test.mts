/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { MESSAGE, useSimulator, userIds } from '../../test/simulator/setup.mts';
import { phoneOf, regionOf, useBrowser } from './browser.mts';

const { simulator, call } = useSimulator();
const open = useBrowser();

async function openForm(page: Page): Promise<void> {
	await page.getByText('Add a user').click();
}

async function submit(page: Page, userId: string): Promise<void> {
	await page.getByLabel('User ID', { exact: true }).fill(userId);
	await page.getByRole('button', { name: 'Add', exact: true }).click();
}

async function push(...targets: string[]): Promise<void> {
	await call('POST', 'push/single', { targets, pushMessage: MESSAGE });
}

describe('a user who is added', () => {
	it('gets pushes on the devices that were ticked', async () => {
		const page = await open(simulator().url);
		await regionOf(page, 'Users').getByText('There are no users yet').waitFor();

		await openForm(page);
		await page.getByLabel('iPhone (APNs)').check();
		await submit(page, ' anna ');
		await page.getByText('Saved.').waitFor();
		expect(await page.getByLabel('User ID', { exact: true }).inputValue()).toBe('');
		await push('anna');

		await phoneOf(page, 'anna', 'fcm').getByText('World').waitFor();
		await phoneOf(page, 'anna', 'apns').getByText('World').waitFor();
	});

	it('without a device is not reached', async () => {
		const page = await open(simulator().url);

		await openForm(page);
		await page.getByLabel('Android (FCM)').uncheck();
		await submit(page, 'emil');
		await regionOf(page, 'Users').getByText('no device').waitFor();
		await push('emil');

		await regionOf(page, 'Did not arrive').getByText('No phone registered for push').waitFor();
	});

	it('is the one who is there already, whatever the case of his ID', async () => {
		simulator().seed({ users: [{ id: 'anna', devices: ['apns'] }] });
		const page = await open(simulator().url);

		await openForm(page);
		await submit(page, 'ANNA');
		await page.getByText('Saved.').waitFor();

		const rows = regionOf(page, 'Users').getByRole('listitem');
		await rows.filter({ hasText: 'fcm' }).waitFor();
		expect(await rows.allInnerTexts()).toEqual([expect.stringMatching(/^anna\s+fcm$/)]);
	});

	it('can be added with the keyboard alone', async () => {
		const page = await open(simulator().url);

		await page.getByText('Add a user').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.type('ben');
		await page.keyboard.press('Enter');

		await regionOf(page, 'Users').getByText('ben', { exact: true }).waitFor();
	});

	it('can be added without the script', async () => {
		const page = await open(simulator().url, { javaScriptEnabled: false });

		await openForm(page);
		await submit(page, 'ben');

		await regionOf(page, 'Users').getByText('ben', { exact: true }).waitFor();
	});
});

it('says on the page what is wrong with a user ID, and keeps it there', async () => {
	const page = await open(simulator().url);

	await openForm(page);
	await submit(page, '<b>anna</b>');
	await page.getByRole('status').getByText('A user ID has at most 64 letters').waitFor();
	expect(await page.getByLabel('User ID', { exact: true }).inputValue()).toBe('<b>anna</b>');
	await regionOf(page, 'Users').getByText('There are no users yet').waitFor();

	await submit(page, 'anna');
	await page.getByText('Saved.').waitFor();
	expect(await page.getByText('A user ID has at most 64').count()).toBe(0);
});

it('shows the newest users as text, and how many there are besides', async () => {
	const id = '<img src=x onerror=alert(1)>';
	simulator().seed({ users: [...userIds(10), { id, devices: [{ provider: '<b>' }] }] });
	const page = await open(simulator().url);
	const users = regionOf(page, 'Users');

	await users.getByText(id).waitFor();
	await users.getByText('<b>').waitFor();
	await users.getByText('And 1 earlier one.').waitFor();
	expect(await page.locator('#users img, #users b').count()).toBe(0);
});
