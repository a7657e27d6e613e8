import type { Locator, Page } from 'playwright-core';

import type { SimulatorCredentials } from '../../simulator/index.mts';

/** Opens the form of a new credential from the selector in a node's panel. */
export async function openCredentialForm(page: Page): Promise<Locator> {
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId('node-credentials-select-item-new').click();
	const form = page.getByTestId('editCredential-modal');
	await form.waitFor();
	return form;
}

/** Fills in the fields given, after switching to tokens and App IDs where the fields ask for it. */
export async function fillCredential(
	form: Locator,
	values: Partial<SimulatorCredentials>,
): Promise<void> {
	if (values.appToken !== undefined) await choose(form, 'authentication', 'App Token');
	if (values.orgName === undefined) await choose(form, 'addressing', 'App ID');
	for (const [name, value] of Object.entries(values)) {
		await form.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
	}
}

/** Chooses an entry of one of the form's menus. Entries show their description below their name. */
export async function choose(form: Locator, menu: string, entry: string): Promise<void> {
	await form.getByTestId(`parameter-input-${menu}`).click();
	const option = form.page().getByRole('option', { name: new RegExp(`^\\s*${entry}`) });
	await option.click();
	await option.waitFor({ state: 'hidden' });
}

/** Which of these fields the form shows. */
export async function fieldsShown(form: Locator, names: string[]): Promise<string[]> {
	const areShown = await Promise.all(
		names.map((name) => form.getByTestId(`parameter-input-${name}`).isVisible()),
	);
	return names.filter((_name, index) => areShown[index]);
}

/** Saves the credential; n8n tests it then, and closes the form when the test succeeds. */
export async function saveCredential(form: Locator): Promise<void> {
	await form.getByTestId('credential-save-button').click();
}

/** What n8n shows under its own headline for a test that failed. */
export async function failureShown(form: Locator): Promise<string> {
	await form.getByText('More details').click();
	const banner = form.locator('.el-tag').filter({ hasText: 'Couldn’t connect' });
	return await banner.innerText();
}

export async function closeCredentialForm(form: Locator): Promise<void> {
	await form.getByRole('button', { name: 'Close this dialog' }).click();
	await form.waitFor({ state: 'detached' });
}
