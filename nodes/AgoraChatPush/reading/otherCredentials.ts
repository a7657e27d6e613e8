import { ExpressionError, type IExecuteFunctions } from 'n8n-workflow';

import { credentialKey } from '../../../credentials/credential';
import { credentialFailure, CallFailure, type Explanation } from '../callFailure';
import {
	callWithRetries,
	type RetryableCall,
	type CallEnvironment,
} from '../service/limits/callWithRetries';
import { CREDENTIAL_NAME, SHARED_ENVIRONMENT } from '../service/service';
import type { CallSettings } from '../service/serviceRequest';
import { UserError } from '../userError';
import type { BadItem } from './readItems';

interface Items<Good> {
	goodItems: Good[];
	badItems: BadItem[];
}

/**
 * Refuses items for which the credential's expressions give another app, token or certificate than
 * for item 0: n8n's HTTP helper always adds the token of item 0, so that they would go to its app.
 *
 * Each reading costs n8n a look into its database, so two tell whether there are any: for item 0, and
 * for an index past the last item, where `$json` gives nothing.
 */
export async function rejectOtherCredentials<
	Good extends { itemIndex: number; settings: CallSettings },
>(
	context: IExecuteFunctions,
	items: Items<Good>,
	environment: Pick<CallEnvironment, 'stopSignal' | 'observer'>,
): Promise<Items<Good>> {
	const count = context.getInputData().length;
	const settings = items.goodItems[0]?.settings;
	if (count < 2 || settings === undefined) return items;
	// For the retries alone: reading a credential is repeated like a call that only reads.
	const call: RetryableCall = {
		method: 'GET',
		rate: 'push/label',
		ifRepeated: 'harmless',
		settings,
	};
	const env = { ...SHARED_ENVIRONMENT, ...environment };
	const credentialKeyAt = async (index: number): Promise<string | CallFailure> =>
		await callWithRetries(call, env, async () => await readCredentialKey(context, index)).catch(
			credentialFailure,
		);

	const first = await credentialKeyAt(0);
	const pastLastItem = first instanceof CallFailure ? first : await credentialKeyAt(count);
	if (pastLastItem === first && typeof first === 'string') return items;

	const rejected = new Map<number, Explanation>();
	let unread = pastLastItem instanceof CallFailure ? pastLastItem : undefined;
	for (const { itemIndex } of items.goodItems) {
		const used = unread ?? (await credentialKeyAt(itemIndex));
		if (used instanceof CallFailure) unread = used;
		if (unread !== undefined || used !== first) rejected.set(itemIndex, unread ?? OTHER_APP);
	}
	return reject(items, rejected);
}

const OTHER_APP: Explanation = {
	message: "The credential's expressions give something else for this item than for item 0",
	description:
		'A run uses the app and the token of item 0 for all items. Use one node for each app, or a loop that gives the node one item at a time.',
};

/**
 * @returns the same for all that cannot be used as it is.
 * @throws CallFailure when n8n could not read it.
 */
async function readCredentialKey(context: IExecuteFunctions, index: number): Promise<string> {
	try {
		return credentialKey(await context.getCredentials(CREDENTIAL_NAME, index));
	} catch (error) {
		if (error instanceof UserError || error instanceof ExpressionError) return '';
		throw credentialFailure(error);
	}
}

function reject<Good extends { itemIndex: number }>(
	{ goodItems, badItems }: Items<Good>,
	rejected: ReadonlyMap<number, Explanation>,
): Items<Good> {
	const added = Array.from(rejected, ([itemIndex, { message, description }]): BadItem => {
		return { itemIndex, message, description };
	});
	return {
		goodItems: goodItems.filter(({ itemIndex }) => !rejected.has(itemIndex)),
		badItems: [...badItems, ...added].sort((a, b) => a.itemIndex - b.itemIndex),
	};
}
