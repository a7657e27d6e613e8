import { defineOperation } from '../../operation';
import { planOutputPerItem } from '../../planning/planners';
import { readEntries } from '../../service/paging';
import { entryCount } from '../entryCount';
import { limit, returnAll } from '../fields';
import { withIsoTime } from '../isoTime';
import { commonOptions } from '../options';
import { readLimit } from '../readFields';
import { labelCall } from './labelCall';
import { LABEL_FIELDS } from './labelData';

/** Source: Agora docs, 'Query the detailed information of push labels by page'. */
export const getAll = defineOperation({
	menuEntry: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many labels',
		description: 'Retrieve a list of labels with their member counts',
	},
	fields: [returnAll, limit, commonOptions],
	outputFields: LABEL_FIELDS,
	unit: 'lists',

	read: (item) => ({ limit: readLimit(item) }),

	plan: (requests) => planOutputPerItem(requests),

	call: async (service, request) => await readEntries(service, { ...labelCall(), ...request }),

	outcomesOf: (_request, labels) => () =>
		labels.map((label) => ({ json: withIsoTime(label, 'createdAt') })),

	errorDetails: () => ({}),

	countTexts: (results) => [entryCount(results, 'labels')],
});
