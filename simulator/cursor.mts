import { cursorIllegal } from './inferred.mts';

const PREFIX = 'easemob:push:label:cursor:';
const DECODED = new RegExp(`^${PREFIX}(\\d{1,19})$`);

/**
 * The cursor that follows a row: base64 of a fixed prefix and the row's id, without padding.
 * Derived from the one that Agora docs publish.
 */
export function encodeCursor(rowId: bigint): string {
	return Buffer.from(PREFIX + rowId.toString())
		.toString('base64')
		.replace(/=+$/, '');
}

/** The id of the row that the cursor follows. Throws the service's 400 on anything else. */
export function decodeCursor(cursor: string): bigint {
	const rowId = DECODED.exec(Buffer.from(cursor, 'base64').toString())?.[1];
	if (rowId === undefined) throw cursorIllegal();
	return BigInt(rowId);
}
