import { encodeCursor, decodeCursor } from './cursor.mts';
import { pageLimitIllegal } from './inferred.mts';
import { ROWS_PER_PAGE } from './limits.mts';
import type { SimulatorSettings } from './settings.mts';
import type { Answer, WireValue } from './wire.mts';

interface PageRequest {
	readonly limit: number;
	/** The row after which the page starts; undefined for the first page. */
	readonly afterRowId: bigint | undefined;
}

/** Reads `limit` (1 to 100, 100 when left out) and `cursor`; throws the service's 400. */
export function readPageRequest(query: Readonly<Record<string, string>>): PageRequest {
	const { limit = String(ROWS_PER_PAGE), cursor = '' } = query;
	const rows = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
	if (rows < 1 || rows > ROWS_PER_PAGE) throw pageLimitIllegal();
	return { limit: rows, afterRowId: cursor === '' ? undefined : decodeCursor(cursor) };
}

/**
 * A page as an answer. `rows` holds one row more than the page when there is more to come; only
 * then, or with `cursorWhenPageIsFull`, does the answer carry a cursor.
 */
export function pageAnswer<Row extends { readonly rowId: bigint }>(
	rows: readonly Row[],
	limit: number,
	settings: SimulatorSettings,
	render: (row: Row) => WireValue,
): Answer {
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	const needed = settings.cursorWhenPageIsFull ? limit : limit + 1;
	const cursor = last !== undefined && rows.length >= needed ? encodeCursor(last.rowId) : undefined;
	return { data: page.map(render), cursor };
}
