import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { readEntries } from '../service/paging';
import { connectService } from '../service/service';
import { EDITOR_SETTINGS } from '../service/serviceRequest';
import { labelCall } from '../resources/label/labelCall';
import { inEditor } from './inEditor';
import { namedLabels } from './labelNames';

/** All labels, for the menu of 'Label Names or IDs'. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const service = connectService(this)(EDITOR_SETTINGS);
	const list = { ...labelCall(), limit: Infinity };
	const labels = await inEditor(this, async () => await readEntries(service, list));
	return namedLabels(labels)
		.map((label) => ({ ...label, value: label.name }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
