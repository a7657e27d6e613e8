import type { IDataObject } from 'n8n-workflow';

import { CallFailure } from '../callFailure';
import { isDataObject } from '../json/dataObject';
import type { Service } from './service';
import type { ServiceRequest } from './serviceRequest';

/** Entries that one page may hold. Source: Agora docs, 'Query push labels by page'. */
export const MAX_PAGE_SIZE = 100;

/** A list to read. */
export interface PagedList extends Pick<ServiceRequest, 'path' | 'rate' | 'notFound'> {
	/** How many entries are wanted; `Infinity` for all. */
	limit: number;
}

/**
 * Reads a paged list in the fewest pages that hold as many entries as are wanted.
 *
 * @throws CallFailure when a page cannot be read, or when the service begins to repeat itself.
 */
export async function readEntries(service: Service, list: PagedList): Promise<IDataObject[]> {
	const entries: IDataObject[] = [];
	for await (const page of readPages(service, list)) {
		for (const entry of page) entries.push(entry);
	}
	return entries;
}

/** The same, one page after the other. */
export async function* readPages(
	service: Service,
	{ limit, ...list }: PagedList,
): AsyncGenerator<IDataObject[]> {
	const seenCursors = new Set<string>();
	let wanted = limit;
	let cursor = '';
	while (wanted > 0) {
		const page = await readPage(service, list, Math.min(wanted, MAX_PAGE_SIZE), cursor);
		yield page.entries.slice(0, wanted);

		wanted -= page.entries.length;
		cursor = page.cursor;
		if (wanted <= 0 || cursor === '' || page.entries.length === 0) return;
		if (seenCursors.has(cursor)) throw sameCursorTwice();
		seenCursors.add(cursor);
	}
}

/** One page, and the cursor of the next; an empty cursor ends the list. */
export async function readPage(
	service: Service,
	list: Omit<PagedList, 'limit'>,
	pageSize: number,
	cursor: string,
): Promise<{ entries: IDataObject[]; cursor: string }> {
	const response = await service.call({
		method: 'GET',
		...list,
		query: { limit: pageSize, ...(cursor === '' ? {} : { cursor }) },
		ifRepeated: 'harmless',
	});
	return { entries: response.data(isEntries, 'a list'), cursor: response.cursor };
}

function sameCursorTwice(): CallFailure {
	return new CallFailure({
		message: 'The service gave the same cursor twice, so its list never ends',
		description: 'Run the workflow again later.',
		isUncertain: false,
	});
}

/** Whether the data of a response is a page of a list. */
export function isEntries(data: unknown): data is IDataObject[] {
	return Array.isArray(data) && data.every(isDataObject);
}
