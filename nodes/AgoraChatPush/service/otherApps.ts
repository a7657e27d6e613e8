import { ExpressionError, UserError, type IExecuteFunctions } from 'n8n-workflow';

import { usedFields } from '../../../credentials/credential';
import type { BadRow } from '../reading/readRows';
import { insist, type Repeatable, type Surroundings } from './limits/callWithRetries';
import { CREDENTIAL_NAME, PROCESS } from './service';
import { credentialFailure, ServiceFailure, type Explanation } from '../jobFailure';
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
export async function refuseOtherApps<Good extends { row: number; settings: CallSettings }>(
	context: IExecuteFunctions,
	rows: Rows<Good>,
	surroundings: Pick<Surroundings, 'stopSignal' | 'journal'>,
): Promise<Rows<Good>> {
	const count = context.getInputData().length;
	const settings = rows.goodRows[0]?.settings;
	if (count < 2 || settings === undefined) return rows;
	const call: Repeatable = { method: 'GET', rate: 'push/label', ifRepeated: 'harmless', settings };
	const around = { ...PROCESS, ...surroundings };
	const usedAt = async (index: number): Promise<string | ServiceFailure> =>
		await insist(call, around, async () => await usedFieldsAt(context, index)).catch(
			credentialFailure,
		);

	const first = await usedAt(0);
	const ofNoItem = first instanceof ServiceFailure ? first : await usedAt(count);
	if (ofNoItem === first && typeof first === 'string') return rows;

	const refused = new Map<number, Explanation>();
	let unread = ofNoItem instanceof ServiceFailure ? ofNoItem : undefined;
	for (const { row } of rows.goodRows) {
		const used = unread ?? (await usedAt(row));
		if (used instanceof ServiceFailure) unread = used;
		if (unread !== undefined || used !== first) refused.set(row, unread ?? OTHER_APP);
	}
	return refuse(rows, refused);
}

const OTHER_APP: Explanation = {
	message: "The credential's expressions give something else for this item than for item 0",
	description:
		'A run uses the app and the token of item 0 for all items. Use one node for each app, or a loop that gives the node one item at a time.',
};

/**
 * @returns the same for all that cannot be used as it is.
 * @throws ServiceFailure when n8n could not read it.
 */
async function usedFieldsAt(context: IExecuteFunctions, index: number): Promise<string> {
	try {
		return usedFields(await context.getCredentials(CREDENTIAL_NAME, index));
	} catch (error) {
		if (error instanceof UserError || error instanceof ExpressionError) return '';
		throw credentialFailure(error);
	}
}

function refuse<Good extends { row: number }>(
	{ goodRows, badRows }: Rows<Good>,
	refused: ReadonlyMap<number, Explanation>,
): Rows<Good> {
	const added = Array.from(refused, ([row, { message, description }]) => ({
		row,
		message,
		description,
		isBlank: false,
	}));
	return {
		goodRows: goodRows.filter(({ row }) => !refused.has(row)),
		badRows: [...badRows, ...added].sort((a, b) => a.row - b.row),
	};
}
