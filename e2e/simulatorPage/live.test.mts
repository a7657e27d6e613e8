/** @jest-environment node */
import { expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator/index.mts';
import { MESSAGE, useSimulator } from '../../test/simulator/setup.mts';
import { phoneOf, regionOf, useBrowser } from './browser.mts';

const { simulator, call } = useSimulator();
const open = useBrowser();

async function push(targets: string[], pushMessage: object, strategy = 2): Promise<void> {
	const { status } = await call('POST', 'push/single', { targets, strategy, pushMessage });
	expect(status).toBe(200);
}

it('is friendly while nothing has happened', async () => {
	const page = await open(simulator().url);

	await regionOf(page, 'Phones').getByText('Nothing has arrived yet').waitFor();
	await regionOf(page, 'Did not arrive').getByText('Nothing was pushed yet').waitFor();
	await regionOf(page, 'Labels').getByText('There are no labels yet').waitFor();
	await regionOf(page, 'Requests').getByText('No requests yet').waitFor();
	await page.getByText('Live', { exact: true }).waitFor();
});

it('shows a push on an iPhone and on an Android phone as it arrives', async () => {
	simulator().seed({ users: [{ id: 'anna', devices: ['apns', 'fcm'] }] });
	const page = await open(simulator().url);
	await page.getByText('Live', { exact: true }).waitFor();

	const badge = { badge: { addNum: 2 } };
	await push(['anna'], { ...MESSAGE, subTitle: 'Order 42', config: badge });

	const iphone = page.getByRole('article', { name: 'anna, iOS, apns' });
	await iphone.getByRole('heading', { name: 'Hello' }).waitFor();
	await iphone.getByText('Order 42').waitFor();
	await iphone.getByText('World').waitFor();
	await iphone.getByRole('img', { name: 'App icon, badge 2' }).waitFor();
	const android = page.getByRole('article', { name: 'anna, Android, fcm' });
	await android.getByText('World').waitFor();
	expect(await android.getByText('Order 42').count()).toBe(0);

	await push(['anna'], { title: 'Again', content: 'More', config: badge });
	await android.getByRole('img', { name: 'App icon, badge 4' }).waitFor();
	expect(await android.getByRole('heading', { level: 4 }).allTextContents()).toEqual([
		'Again',
		'Hello',
	]);
	await page.locator('#announcement').getByText('Newest notification: Again').waitFor({
		state: 'attached',
	});
});

it("marks Agora's own channel, with big text and big picture", async () => {
	simulator().seed({ users: [{ id: 'carl', devices: ['agora'] }] });
	const page = await open(simulator().url);

	await push(['carl'], { ...MESSAGE, agora: { style: 1, bigTxt: 'A long story' } }, 1);
	const bigPicture = 'http://127.0.0.1:9/missing.png';
	await push(['carl'], { ...MESSAGE, agora: { style: 2, bigPicture } }, 1);

	const phone = page.getByRole('article', { name: 'carl, Android, Agora channel' });
	await phone.locator('[data-look=bigText]').getByText('A long story').waitFor();
	await phone.locator('[data-look=bigPicture]').getByText(bigPicture).waitFor();
});

it('tells which pushes did not arrive, and why', async () => {
	simulator().seed({ users: [{ id: 'dora', devices: [] }] });
	const page = await open(simulator().url);

	await push(['dora', 'nobody'], MESSAGE);

	const rows = regionOf(page, 'Did not arrive').getByRole('listitem');
	const dora = rows.filter({ hasText: 'dora' });
	await dora.getByText('No phone registered for push').waitFor();
	await dora.getByText('(no push binding)').waitFor();
	const nobody = rows.filter({ hasText: 'nobody' });
	await nobody.getByText('No such user').waitFor();
	await nobody.getByText('(appUser not exists)').waitFor();
	expect(await phoneOf(page, 'dora', 'fcm').count()).toBe(0);
});

it("tells a provider's refusal from the service's, and says when all arrived", async () => {
	simulator().seed({
		users: ['anna', { id: 'ben', devices: [{ provider: 'fcm', failure: 'Full' }] }],
	});
	const page = await open(simulator().url);
	const missed = regionOf(page, 'Did not arrive');

	await push(['anna'], MESSAGE);
	await missed.getByText('Every push so far reached its phone.').waitFor();
	await push(['ben'], MESSAGE);
	await missed.getByText('Refused by the provider').waitFor();
	await missed.getByText('(Full)').waitFor();
});

it('shows two devices of one vendor as two phones', async () => {
	simulator().seed({ users: [{ id: 'anna', devices: ['fcm', 'fcm'] }] });
	await push(['anna'], MESSAGE);
	const page = await open(simulator().url);

	await page.getByText('2 phones reached').waitFor();
	expect(await phoneOf(page, 'anna', 'fcm').getByText('World').count()).toBe(2);
});

it('shows times as UTC wherever the browser and the simulator are', async () => {
	simulator().settings.now = () => Date.UTC(2026, 10, 25, 12, 34, 56);
	simulator().seed({ users: ['anna'] });
	await push(['anna', 'nobody'], MESSAGE);
	const page = await open(simulator().url, { timezoneId: 'America/New_York' });

	await page.getByText('Times are UTC.').waitFor();
	await regionOf(page, 'Requests').getByRole('columnheader', { name: 'Time (UTC)' }).waitFor();
	const times = await page.locator('time').allTextContents();
	expect(times).toEqual(['12:34:56', '12:34:56', '12:34:56']);
});

it('counts scheduled pushes, and delivers them when their time comes', async () => {
	const startMs = Date.UTC(2026, 10, 25, 12);
	simulator().settings.now = () => startMs;
	simulator().seed({ users: ['anna', 'ben'] });
	const page = await open(simulator().url);
	const scheduled = regionOf(page, 'Scheduled');
	await scheduled.getByText('No push is waiting').waitFor();

	const startDate = '2026-11-25 13:00:00';
	await call('POST', 'push/task', { pushMessage: MESSAGE, startDate });
	await scheduled.getByText('1 push, the soonest first.').waitFor();
	const row = scheduled.getByRole('listitem');
	await row.filter({ hasText: '2026-11-25 13:00:00 UTC' }).getByText('2 users').waitFor();

	simulator().settings.now = () => startMs + 3_600_000;
	await phoneOf(page, 'anna', 'fcm').getByText('World').waitFor();
	await scheduled.getByText('No push is waiting').waitFor();
});

it('follows labels and their members', async () => {
	simulator().seed({ users: ['anna', 'ben'] });
	const page = await open(simulator().url);
	const labels = regionOf(page, 'Labels');

	await call('POST', 'push/label', { name: 'vip', description: 'Best customers' });
	await labels.getByRole('button', { name: 'vip 0 members' }).waitFor();
	await call('POST', 'push/label/vip/user', { usernames: ['anna', 'ben'] });
	await labels.getByRole('button', { name: 'vip 2 members' }).waitFor();
	await labels.getByText('anna', { exact: true }).waitFor();
	await call('DELETE', 'push/label/vip');
	await labels.getByText('There are no labels yet').waitFor();
});

it('lists the newest requests with their answers', async () => {
	const page = await open(simulator().url);

	await call('GET', 'push/label/none');
	await call('GET', 'push/label');

	const rows = regionOf(page, 'Requests').locator('tbody tr');
	await rows.filter({ hasText: 'listLabels' }).waitFor();
	expect(await rows.nth(0).textContent()).toMatch(/GET.*push\/label.*listLabels.*200/s);
	expect(await rows.nth(1).textContent()).toMatch(/getLabel.*400/s);
});

it('finds users among many, and keeps the choice in its address', async () => {
	simulator().seed({ users: ['user1', 'user10', 'other'] });
	await push(['user1', 'user10', 'other'], MESSAGE);
	const page = await open(simulator().url);

	await page.getByLabel('Find users').fill('user1');
	await page.keyboard.press('Enter');
	await page.getByText('Showing 2 of 2 matches').waitFor();
	expect(await page.locator('.phone h3').allTextContents()).toEqual(['user1', 'user10']);
	await page.reload();
	await page.getByText('Showing 2 of 2 matches').waitFor();
	expect(await page.getByLabel('Find users').inputValue()).toBe('user1');

	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await page.getByText('3 phones reached').waitFor();
	expect(await page.getByLabel('Find users').inputValue()).toBe('');
	expect(await page.locator('#find:focus').count()).toBe(1);
	expect(await page.getByRole('button', { name: 'Clear', exact: true }).count()).toBe(0);
});

it('finds its way back when the simulator was started anew', async () => {
	const first = await startSimulator();
	const page = await open(first.url);
	await page.getByText('Live', { exact: true }).waitFor();
	await first.close();
	await page.getByText('Connection lost').waitFor();

	const second = await startSimulator({ port: Number(new URL(first.url).port) });
	second.seed({ labels: [{ name: 'vip' }] });
	await page.getByText('Live', { exact: true }).waitFor();
	await regionOf(page, 'Labels').getByText('vip').waitFor();
	await second.close();
});
