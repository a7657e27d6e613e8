import type { IDataObject } from 'n8n-workflow';

/** A label as menus show it. */
export interface NamedLabel {
	name: string;
	description?: string;
}

/** Labels without a name in text could not be chosen anyway. */
export function namedLabels(labels: IDataObject[]): NamedLabel[] {
	return labels.flatMap(({ name, description }) => {
		if (typeof name !== 'string') return [];
		return [{ name, ...(typeof description === 'string' ? { description } : {}) }];
	});
}
