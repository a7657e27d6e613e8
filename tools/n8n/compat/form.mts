import type { WorkflowFile } from '../../engine/types.mts';
import { launchBrowser } from '../../lib/browser.mts';
import type { RunningN8n } from '../server.mts';
import { PUSH } from './failingRow.mts';

const WAIT_MS = 180_000;

/** Opens the node's form in the editor, and gives what the browser reports as errors meanwhile. */
export async function errorsWhileFormOpens(
	{ url, client }: RunningN8n,
	workflow: WorkflowFile,
): Promise<string[]> {
	const { id } = await client.workflows.create(workflow);
	const browser = await launchBrowser();
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
		context.setDefaultTimeout(WAIT_MS);
		await context.addCookies([{ name: 'n8n-auth', value: client.connection.session, url }]);
		const page = await context.newPage();
		await page.goto(`${url}/workflow/${id}`);
		const onCanvas = page.getByTestId(/^canvas-(trigger-)?node$/).filter({ hasText: PUSH });
		await onCanvas.first().waitFor();
		// What the editor says while it starts is not about this node; and it asks servers of its
		// maker, which may be out of reach.
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		page.on('console', (message) => {
			const isOwn = message.location().url.startsWith(url);
			if (message.type() === 'error' && isOwn) errors.push(message.text());
		});
		await onCanvas.first().dblclick();
		const form = page.getByTestId('ndv');
		for (const field of ['Resource', 'Operation', 'User IDs', 'Content']) {
			await form.getByText(field, { exact: true }).first().waitFor();
		}
		return errors;
	} finally {
		await browser.close();
	}
}
