import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { MAX_PAGE_SIZE, readEntries, readPage } from '../service/paging';
import { connectService } from '../service/service';
import { EDITOR_SETTINGS } from '../service/serviceRequest';
import { labelCall } from '../resources/label/labelCall';
import { inEditor } from './inEditor';
import { namedLabels, type NamedLabel } from './labelNames';

/**
 * The labels for 'From List', page by page as the user scrolls. The service cannot search, so a
 * search reads all pages and picks the names that hold the text, in any case.
 */
export async function searchLabels(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const service = connectService(this)(EDITOR_SETTINGS);
	return await inEditor(this, async () => {
		if (filter === undefined || filter === '') {
			const page = await readPage(service, labelCall(), MAX_PAGE_SIZE, paginationToken ?? '');
			return {
				results: namedLabels(page.entries).map(toResult),
				...(page.cursor === '' ? {} : { paginationToken: page.cursor }),
			};
		}
		const labels = await readEntries(service, { ...labelCall(), limit: Infinity });
		const wanted = filter.toLowerCase();
		return {
			results: namedLabels(labels)
				.filter(({ name }) => name.toLowerCase().includes(wanted))
				.map(toResult),
		};
	});
}

function toResult({ name }: NamedLabel): { name: string; value: string } {
	return { name, value: name };
}
