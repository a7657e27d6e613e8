import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { asJobFailure } from '../jobFailure';
import { labelCall } from '../resources/label/labelCall';
import { MAX_PAGE_SIZE, readEntries, readPage } from '../service/paging';
import { connectService, type Service } from '../service/service';
import { EDITOR_SETTINGS } from '../service/serviceRequest';

/** All labels, for the menu of 'Label Names or IDs'. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const labels = await readAllLabels(this);
	const options = labels.map((label) => ({ ...label, value: label.name }));
	return options.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The labels for 'From List', page by page as the user scrolls. The service cannot search, so a
 * search reads all pages and picks the names that contain the text, in any case.
 */
export async function searchLabels(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '',
): Promise<INodeListSearchResult> {
	if (filter === '') {
		const { entries, cursor } = await callForEditor(this, async (service) =>
			readPage(service, labelCall(), MAX_PAGE_SIZE, paginationToken),
		);
		const results = withNames(entries).map(toResult);
		return cursor === '' ? { results } : { results, paginationToken: cursor };
	}
	const labels = await readAllLabels(this);
	const isFound = ({ name }: NamedLabel) => name.toLowerCase().includes(filter.toLowerCase());
	return { results: labels.filter(isFound).map(toResult) };
}

async function readAllLabels(context: ILoadOptionsFunctions): Promise<NamedLabel[]> {
	return await callForEditor(context, async (service) =>
		withNames(await readEntries(service, { ...labelCall(), limit: Infinity })),
	);
}

/** @throws NodeApiError with the same two sentences that a run would show. */
async function callForEditor<Result>(
	context: ILoadOptionsFunctions,
	task: (service: Service) => Promise<Result>,
): Promise<Result> {
	try {
		return await task(connectService(context)(EDITOR_SETTINGS));
	} catch (error) {
		const { message, description } = asJobFailure(error);
		throw new NodeApiError(context.getNode(), { message }, { message, description });
	}
}

interface NamedLabel {
	name: string;
	description?: string;
}

/** A label whose name is not text could not be chosen anyway. */
function withNames(labels: IDataObject[]): NamedLabel[] {
	return labels.flatMap(({ name, description }) => {
		if (typeof name !== 'string') return [];
		return typeof description === 'string' ? [{ name, description }] : [{ name }];
	});
}

function toResult({ name }: NamedLabel) {
	return { name, value: name };
}
