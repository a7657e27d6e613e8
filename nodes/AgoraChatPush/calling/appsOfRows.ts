import type { IExecuteFunctions } from 'n8n-workflow';

import type { BadRow } from '../reading/readRows';
import { CREDENTIAL_NAME } from './service';
import { credentialFailure, ServiceFailure, type Explanation } from './serviceFailure';

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
export async function refuseOtherApps<Good extends { row: number }>(
	context: IExecuteFunctions,
	rows: Rows<Good>,
): Promise<Rows<Good>> {
	const count = context.getInputData().length;
	if (count < 2) return rows;
	const credentialAt = async (index: number): Promise<string> =>
		JSON.stringify(await context.getCredentials(CREDENTIAL_NAME, index));

	const first = await credentialAt(0).catch(credentialFailure);
	if (first instanceof ServiceFailure) return refuse(rows, rows.goodRows.map(rowOf), first);
	const ofNoItem = await credentialAt(count).catch(() => undefined);
	if (ofNoItem === first) return rows;

	const others: number[] = [];
	for (const { row } of rows.goodRows) {
		const ofRow = await credentialAt(row).catch(() => undefined);
		if (ofRow !== first) others.push(row);
	}
	return refuse(rows, others, {
		message: "The credential's expressions give something else for this item than for item 0",
		description:
			'A run uses the app and the token of item 0 for all items. Use one node for each app, or a loop that gives the node one item at a time.',
	});
}

function refuse<Good extends { row: number }>(
	{ goodRows, badRows }: Rows<Good>,
	refused: number[],
	{ message, description }: Explanation,
): Rows<Good> {
	const isRefused = new Set(refused);
	const added = refused.map((row) => ({ row, message, description, isBlank: false }));
	return {
		goodRows: goodRows.filter(({ row }) => !isRefused.has(row)),
		badRows: [...badRows, ...added].sort((a, b) => a.row - b.row),
	};
}

function rowOf({ row }: { row: number }): number {
	return row;
}
