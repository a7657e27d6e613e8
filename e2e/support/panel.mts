import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** Everything that a person should look at now and then; git ignores it. */
const PICTURES = join(import.meta.dirname, '../../coverage/panels');

export async function savePicture(page: Page, name: string): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}

/** The fields of a node's form that show, with the collections as one field each. */
export async function formFields(panel: Locator): Promise<Locator> {
	const items = panel.getByTestId('node-parameters').getByTestId('parameter-item');
	const fields = items.filter({ visible: true });
	await fields.last().waitFor();
	return fields;
}

/** The words above each field, without those of its buttons. */
export async function headings(fields: Locator): Promise<string[]> {
	const texts = await fields.getByTestId('input-label').allInnerTexts();
	return texts.map((text) => text.split('\n')[0] ?? '');
}

/** Nothing of the form sticks out to the side. */
export async function expectWithin(panel: Locator, fields: Locator): Promise<void> {
	const [form, ...boxes] = await Promise.all(
		[panel.getByTestId('node-parameters'), ...(await fields.all())].map((part) =>
			part.boundingBox(),
		),
	);
	const left = form?.x ?? 0;
	const right = left + (form?.width ?? 0);
	expect(right).toBeGreaterThan(left);
	for (const box of boxes) {
		expect(box?.x).toBeGreaterThanOrEqual(left);
		expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(right);
	}
}
