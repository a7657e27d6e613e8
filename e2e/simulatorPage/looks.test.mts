/** @jest-environment node */
/// <reference lib="dom" />
import { expect, it } from '@jest/globals';
import { MESSAGE, useSimulator, userIds } from '../../test/simulator/setup.mts';
import { phoneOf, regionOf, useBrowser } from './browser.mts';

const { simulator, call } = useSimulator();
const open = useBrowser();

it.each([
	['light', 'rgb(243, 245, 248)'],
	['dark', 'rgb(18, 21, 26)'],
] as const)('follows a %s colour scheme', async (colorScheme, ground) => {
	const page = await open(simulator().url, { colorScheme });

	const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	expect(background).toBe(ground);
});

it('holds still for who asks for less motion', async () => {
	simulator().seed({ users: ['anna'] });
	await call('POST', 'push/single', { targets: ['anna'], pushMessage: MESSAGE });
	const page = await open(simulator().url, { reducedMotion: 'reduce' });

	const notification = phoneOf(page, 'anna', 'fcm').locator('.notification');
	expect(await notification.evaluate((element) => element.getAnimations().length)).toBe(0);
	expect(await notification.evaluate((element) => getComputedStyle(element).animationName)).toBe(
		'none',
	);
});

it.each([
	[390, 'above'],
	[1280, 'below'],
] as const)('at %d pixels, what did not arrive stands %s the phones', async (width, place) => {
	simulator().seed({ users: ['anna'] });
	await call('POST', 'push/single', { targets: ['anna', 'nobody'], pushMessage: MESSAGE });
	const page = await open(simulator().url, { viewport: { width, height: 844 } });
	const topOf = (heading: string) =>
		regionOf(page, heading).evaluate((section) => section.getBoundingClientRect().top);

	const isAbove = (await topOf('Did not arrive')) < (await topOf('Phones'));
	expect(isAbove ? 'above' : 'below').toBe(place);
	await page.getByText('Add a user').click();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

it('works without its script, one reload at a time', async () => {
	simulator().seed({ labels: [{ name: 'vip', members: userIds(7) }] });
	const page = await open(simulator().url, { javaScriptEnabled: false });

	await page.getByRole('switch', { name: 'Keep to Agora’s rate limits' }).click();
	await page.getByRole('switch', { name: 'Keep to Agora’s rate limits', checked: true }).waitFor();
	await page.getByRole('button', { name: /^vip/ }).click();
	await page.getByText('1 to 7 of 7 members').waitFor();
});

it('stays responsive with thousands of deliveries and of members', async () => {
	const members = userIds(10_000);
	simulator().seed({ users: userIds(2000), labels: [{ name: 'everyone', members }] });
	const page = await open(simulator().url);
	await page.getByText('Live', { exact: true }).waitFor();

	for (let start = 0; start < 2000; start += 100) {
		const targets = members.slice(start, start + 100);
		await call('POST', 'push/single', { targets, pushMessage: MESSAGE });
	}
	await page.getByText('The 8 phones reached last, of 2,000 phones').waitFor();
	expect(await page.getByRole('article').count()).toBe(8);

	const labels = regionOf(page, 'Labels');
	const startMs = performance.now();
	await labels.getByRole('button', { name: 'everyone 10,000 members' }).click();
	await labels.getByText('1 to 100 of 10,000 members').waitFor();
	await labels.getByRole('button', { name: 'Next members' }).click();
	await labels.getByText('101 to 200 of 10,000 members').waitFor();
	await labels.getByText('user199', { exact: true }).waitFor();
	expect(performance.now() - startMs).toBeLessThan(3000);
	expect(await page.locator('*').count()).toBeLessThan(1500);
});
