import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { launchBrowser } from '../../tools/lib/browser.mts';

/** Generous, for machines that do much else at the same time. */
const STEP_MS = 10_000;
const TEST_MS = 30_000;
/** One Chromium for a test file; its pages are closed after each test. */
export function useBrowser() {
	jest.setTimeout(TEST_MS);
	let running: Browser | undefined;
	beforeAll(async () => {
		running = await launchBrowser();
	});
	afterEach(async () => {
		await Promise.all(running?.contexts().map((context) => context.close()) ?? []);
	});
	afterAll(async () => {
		await running?.close();
	});

	/** Opens an address in a fresh window. */
	return async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
		if (running === undefined) throw new Error('Chromium has not started yet.');
		const page = await running.newPage(options);
		page.setDefaultTimeout(STEP_MS);
		await page.goto(url);
		return page;
	};
}

/** The phone of a user, by the provider that carries to it. */
export function phoneOf(page: Page, userId: string, provider: string) {
	return page.locator(`article[data-user="${userId}"][data-provider="${provider}"]`);
}

/** A section of the page, by its heading. */
export function regionOf(page: Page, heading: string) {
	return page.getByRole('region', { name: heading, exact: true });
}
