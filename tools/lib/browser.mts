import { existsSync } from 'node:fs';

import { chromium, selectors, type Browser } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** By which n8n's own end-to-end tests find things in its editor. */
const N8N_TEST_ID = 'data-test-id';

/** Without these, Chromium looks up its maker's hosts at every start. */
const QUIET = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-quic',
	'--disable-sync',
	'--no-first-run',
];

/** @throws Error that says how to get a browser, when there is none. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM_PATH ?? PATHS.find((path) => existsSync(path));
	if (executablePath === undefined) {
		throw new Error(
			'No Chromium was found. Install it (on Debian: apt-get install chromium), or name its path in CHROMIUM_PATH.',
		);
	}
	selectors.setTestIdAttribute(N8N_TEST_ID);
	return await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', ...QUIET],
	});
}
