import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { asCallFailure } from '../callFailure';
import { quantity } from '../output/wording';
import { isLabelName } from '../reading/labelName';
import { labelCall } from '../resources/label/labelCall';
import { MAX_PAGE_SIZE, readEntries, readPage } from '../service/paging';
import { serviceFor, type Service } from '../service/service';
import { EDITOR_SETTINGS } from '../service/serviceRequest';

/** All labels with their member counts, for the menu of 'Label Names or IDs'. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const labels = await readAllLabels(this);
	const options = labels.map((label) => ({ ...label, value: label.name }));
	return options.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The labels for 'From List', page by page as the user scrolls. The service cannot search, so a
 * search reads all pages and picks the names that contain the text, in any case. A name that is
 * found nowhere is offered as a new one, for operations that create what is missing.
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
	const found = labels.filter(isFound).map(toResult);
	const isNew = found.length === 0 && isLabelName(filter);
	return { results: isNew ? [{ name: `${filter} (new)`, value: filter }] : found };
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
		return await task(serviceFor(context)(EDITOR_SETTINGS));
	} catch (error) {
		const { message, description } = asCallFailure(error);
		throw new NodeApiError(context.getNode(), { message }, { message, description });
	}
}

interface NamedLabel {
	name: string;
	/** Such as '7,412 members · Customers since 2020'; left out where nothing is known. */
	description?: string;
}

/** A label whose name is not text could not be chosen anyway. */
function withNames(labels: IDataObject[]): NamedLabel[] {
	return labels.flatMap(({ name, count, description }) => {
		if (typeof name !== 'string') return [];
		const members = typeof count === 'number' ? [quantity(count, 'members')] : [];
		const words = typeof description === 'string' && description !== '' ? [description] : [];
		const about = [...members, ...words];
		return [about.length === 0 ? { name } : { name, description: about.join(' · ') }];
	});
}

function toResult({ name }: NamedLabel) {
	return { name, value: name };
}
