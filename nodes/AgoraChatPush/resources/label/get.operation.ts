import { defineOperation } from '../../operation';
import { planShared } from '../../planning/planners';
import { label } from '../fields';
import { commonOptions } from '../options';
import { readLabel } from '../readFields';
import { getLabel, LABEL_COLUMNS } from './labelData';

export const get = defineOperation({
	menu: {
		name: 'Get',
		value: 'get',
		action: 'Get label',
		description: 'Retrieve a label with the number of its members',
	},
	fields: [label, commonOptions],
	columns: LABEL_COLUMNS,
	unit: 'labels',

	read: (row) => ({ name: readLabel(row) }),

	plan: (requests) => planShared(requests),

	call: async (service, { name }) => await getLabel(service, name),

	outcomesOf: (_request, _subject, found) => [{ json: found }],

	errorDetails: ({ name }) => ({ name }),
});
