import { ExpressionError, UserError, type IExecuteFunctions } from 'n8n-workflow';

import { usedFields } from '../../../credentials/credential';
import { credentialFailure, JobFailure, type Explanation } from '../jobFailure';
import type { BadRow } from '../reading/readRows';
import {
	callWithRetries,
	type RetryableCall,
	type CallEnvironment,
} from './limits/callWithRetries';
import { CREDENTIAL_NAME, SHARED_ENVIRONMENT } from './service';
import type { CallSettings } from './serviceRequest';

interface Rows<Good> {
	goodRows: Good[];
	badRows: BadRow[];
}

/**
 * Refuses rows for which the credential's expressions give another app, token or certificate than
 * for item 0: n8n's HTTP helper always adds the token of item 0, so that they would go to its app.
 *
 * Two readings tell whether there are any: each costs n8n a look into its database.
 */
export async function rejectOtherApps<Good extends { row: number; settings: CallSettings }>(
	context: IExecuteFunctions,
	rows: Rows<Good>,
	environment: Pick<CallEnvironment, 'stopSignal' | 'observer'>,
): Promise<Rows<Good>> {
	const count = context.getInputData().length;
	const settings = rows.goodRows[0]?.settings;
	if (count < 2 || settings === undefined) return rows;
	const call: RetryableCall = {
		method: 'GET',
		rate: 'push/label',
		ifRepeated: 'harmless',
		settings,
	};
	const env = { ...SHARED_ENVIRONMENT, ...environment };
	const usedAt = async (index: number): Promise<string | JobFailure> =>
		await callWithRetries(call, env, async () => await usedFieldsAt(context, index)).catch(
			credentialFailure,
		);

	const first = await usedAt(0);
	const ofNoItem = first instanceof JobFailure ? first : await usedAt(count);
	if (ofNoItem === first && typeof first === 'string') return rows;

	const rejected = new Map<number, Explanation>();
	let unread = ofNoItem instanceof JobFailure ? ofNoItem : undefined;
	for (const { row } of rows.goodRows) {
		const used = unread ?? (await usedAt(row));
		if (used instanceof JobFailure) unread = used;
		if (unread !== undefined || used !== first) rejected.set(row, unread ?? OTHER_APP);
	}
	return reject(rows, rejected);
}

const OTHER_APP: Explanation = {
	message: "The credential's expressions give something else for this item than for item 0",
	description:
		'A run uses the app and the token of item 0 for all items. Use one node for each app, or a loop that gives the node one item at a time.',
};

/**
 * @returns the same for all that cannot be used as it is.
 * @throws JobFailure when n8n could not read it.
 */
async function usedFieldsAt(context: IExecuteFunctions, index: number): Promise<string> {
	try {
		return usedFields(await context.getCredentials(CREDENTIAL_NAME, index));
	} catch (error) {
		if (error instanceof UserError || error instanceof ExpressionError) return '';
		throw credentialFailure(error);
	}
}

function reject<Good extends { row: number }>(
	{ goodRows, badRows }: Rows<Good>,
	rejected: ReadonlyMap<number, Explanation>,
): Rows<Good> {
	const added = Array.from(rejected, ([row, { message, description }]) => ({
		row,
		message,
		description,
		isBlank: false,
	}));
	return {
		goodRows: goodRows.filter(({ row }) => !rejected.has(row)),
		badRows: [...badRows, ...added].sort((a, b) => a.row - b.row),
	};
}
