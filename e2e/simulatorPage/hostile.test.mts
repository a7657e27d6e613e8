/** @jest-environment node */
/// <reference lib="dom" />
import { describe, expect, it } from '@jest/globals';
import { useSimulator } from '../../test/simulator/setup.mts';
import { phoneOf, regionOf, useBrowser } from './browser.mts';

const { simulator, call } = useSimulator();
const open = useBrowser();

const SCRIPT = '<script>document.title="owned"</script>';
const HANDLER = '"><img src=x onerror=document.title="owned">';
const MANGLED = '\u202eevil\u202c 🎉\r\ndata: forged';

describe('text from outside', () => {
	it('is shown as text, drawn at once and drawn live', async () => {
		simulator().seed({ users: [HANDLER], labels: [{ name: HANDLER, description: SCRIPT }] });
		const page = await open(simulator().url);
		const pushMessage = { title: HANDLER.slice(0, 32), content: MANGLED, apns: { title: SCRIPT } };

		const agora = { style: 1, bigTxt: SCRIPT.repeat(3), title: SCRIPT };
		simulator().seed({ users: [{ id: HANDLER, devices: ['apns', 'fcm', 'agora'] }] });
		await call('POST', 'push/single', {
			targets: [HANDLER],
			strategy: 1,
			pushMessage: { ...pushMessage, agora },
		});
		await call('POST', 'push/single', { targets: [HANDLER, SCRIPT], pushMessage });
		await call('GET', `push/label/${encodeURIComponent(SCRIPT)}`);

		for (const visit of ['live', 'reloaded']) {
			const phones = page.getByRole('article').filter({ hasText: HANDLER });
			await phones.nth(2).waitFor();
			await phones.getByRole('heading', { name: SCRIPT }).first().waitFor();
			await phones.getByText('evil').first().waitFor();
			await regionOf(page, 'Did not arrive').getByText(SCRIPT).waitFor();
			await regionOf(page, 'Labels').getByText(HANDLER).waitFor();
			expect([visit, await page.title()]).toEqual([visit, 'Agora Chat push simulator']);
			expect(await page.locator('img, .phone script').count()).toBe(0);
			await page.reload();
		}
	});

	it('fits on a narrow screen however long it is', async () => {
		const longId = 'x'.repeat(200);
		simulator().seed({ labels: [{ name: 'w'.repeat(64), members: [longId] }] });
		const pushMessage = { title: 'W'.repeat(32), content: 'W'.repeat(100) };
		await call('POST', 'push/single', { targets: [longId, 'y'.repeat(200)], pushMessage });
		await call('GET', `push/label/${'z'.repeat(500)}`);

		const page = await open(simulator().url, { viewport: { width: 360, height: 740 } });
		await phoneOf(page, longId, 'fcm').waitFor();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	});
});

describe('pictures', () => {
	it.each([
		['http://127.0.0.1:9/a.png', 1],
		['javascript:document.title="owned"', 0],
		['data:image/svg+xml,<svg/>', 0],
		['//127.0.0.1:9/a.png', 0],
		['file:///etc/hostname', 0],
	])('%s is loaded %d times', async (bigPicture, loads) => {
		simulator().seed({ users: [{ id: 'anna', devices: ['agora'] }] });
		const agora = { style: 2, bigPicture };
		const pushMessage = { title: 'T', content: 'C', agora };
		await call('POST', 'push/single', { targets: ['anna'], strategy: 1, pushMessage });

		const page = await open(simulator().url);
		const phone = phoneOf(page, 'anna', 'agora');
		await phone.getByText(bigPicture).waitFor();
		const picture = phone.locator('img[referrerpolicy="no-referrer"][loading="lazy"]');
		expect(await picture.count()).toBe(loads);
	});
});
