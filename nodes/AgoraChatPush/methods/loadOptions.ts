import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { readEntries } from '../calling/paging';
import { connectService } from '../calling/service';
import { EDITOR_SETTINGS } from '../calling/serviceRequest';
import { inEditor } from './inEditor';

/** All labels, for the menu of 'Label Names or IDs'. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const labels = await inEditor(this, async () => {
		const list = { path: ['push', 'label'], limit: Infinity, settings: EDITOR_SETTINGS };
		return await readEntries(connectService(this), list);
	});
	return labels
		.map(({ name, description }) => ({
			name: String(name),
			value: String(name),
			...(typeof description === 'string' ? { description } : {}),
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}
