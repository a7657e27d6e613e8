import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { sampleUsers } from '../tools/demo/sampleUsers.mts';
import { executeWorkflow, openNode, openPage, openWorkflow } from './support/editor.mts';
import { readExample } from './support/exampleWorkflow.mts';
import { savePicture } from './support/panel.mts';

/** What the table says of each user, cell by cell. */
const TABLE = [
	['anna', 'Anna Ito', 'yes', 'Apple or Google took the push.'],
	['ben', 'Ben Okafor', 'yes', 'Apple or Google took the push.'],
	['Dario Conti', 'no', "It was not sent. 'User IDs' is empty."],
	['emil', 'Emil Novak', 'no', 'No phone is registered for push.', '0', 'offline'],
	['fatima', 'Fatima Haddad', 'no', 'Apple or Google refused it: UNREGISTERED.', '1', 'offline'],
	['gus', 'Gus Lind', 'no', 'No phone is registered for push.', '0', 'online'],
	['zoe.martin', 'Zoé Martin', 'no', 'There is no such user in Agora Chat.', '0', 'offline'],
];

let page: Page;

beforeAll(async () => {
	stage.simulator.reset();
	stage.simulator.seed({ users: sampleUsers });
	page = await openPage();
});

afterAll(async () => {
	await page.context().close();
	stage.simulator.reset();
});

it('one table says of each user whether the push arrived, and if not, why', async () => {
	await openWorkflow(page, await readExample('who-got-nothing.json'));
	await savePicture(page, 'who got nothing, imported');
	await executeWorkflow(page);
	await savePicture(page, 'who got nothing, executed');

	const panel = await openNode(page, 'Everyone in one table');
	const output = panel.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	const rows = output.locator('tbody').getByRole('row');
	await rows.last().waitFor();
	await savePicture(page, 'who got nothing');
	const texts = (await rows.allInnerTexts()).filter((text) => text.trim() !== '');
	expect(texts).toEqual(TABLE.map(inThisOrder));
});

function inThisOrder(cells: readonly string[]) {
	const escaped = cells.map((cell) => cell.replace(/[.?]/g, '\\$&'));
	return expect.stringMatching(new RegExp(escaped.join('[^]*')));
}
