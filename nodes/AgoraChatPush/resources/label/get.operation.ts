import { planShared } from '../../planning/planners';
import { label } from '../fields';
import { defineOperation } from '../../operation';
import { commonOptions } from '../options';
import { readLabel, readCallSettings } from '../readFields';
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

	read: (row) => ({ name: readLabel(row), settings: readCallSettings(row) }),

	plan: planShared,

	call: async (service, { name, settings }) => await getLabel(service, name, settings),

	response: (_request, _subject, found) => [{ json: found }],

	fail: ({ name }) => ({ name }),
});
