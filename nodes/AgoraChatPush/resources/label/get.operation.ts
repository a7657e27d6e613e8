import type { IDataObject } from 'n8n-workflow';

import type { CallSettings } from '../../calling/serviceRequest';
import { planShared } from '../../planning/planners';
import { label } from '../fields';
import { defineOperation } from '../operation';
import { commonOptions } from '../options';
import { readLabel, readCallSettings } from '../readFields';
import { getLabel, LABEL_COLUMNS } from './labelData';

interface Request {
	name: string;
	settings: CallSettings;
}

export const get = defineOperation<Request, undefined, IDataObject>({
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

	answer: (_request, _subject, found) => [{ json: found }],

	fail: ({ name }) => ({ name }),
});
