import { defineOperation } from '../../operation';
import { planOutputPerItem } from '../../planning/planners';
import { label } from '../fields';
import { commonOptions } from '../options';
import { readLabel } from '../readFields';
import { getLabel, LABEL_FIELDS } from './labelData';

export const get = defineOperation({
	menuEntry: {
		name: 'Get',
		value: 'get',
		action: 'Get label',
		description: 'Retrieve a label with its member count',
	},
	fields: [label, commonOptions],
	outputFields: LABEL_FIELDS,
	unit: 'labels',

	read: (item) => ({ name: readLabel(item) }),

	plan: (requests) => planOutputPerItem(requests),

	call: async (service, { name }) => await getLabel(service, name),

	outcomesOf: (_request, found) => () => [{ json: found }],

	errorDetails: ({ name }) => ({ name }),
});
