import { defineOperation } from '../../operation';
import { planShared } from '../../planning/planners';
import { readEntries } from '../../service/paging';
import { limit, returnAll } from '../fields';
import { withIsoTime } from '../isoTime';
import { commonOptions } from '../options';
import { readLimit } from '../readFields';
import { labelCall } from './labelCall';
import { LABEL_COLUMNS } from './labelData';

/** Source: Agora docs, 'Query the detailed information of push labels by page'. */
export const getAll = defineOperation({
	menu: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many labels',
		description: 'Retrieve a list of labels with the number of their members',
	},
	fields: [returnAll, limit, commonOptions],
	columns: LABEL_COLUMNS,
	unit: 'lists',

	read: (row) => ({ limit: readLimit(row) }),

	plan: (requests) => planShared(requests),

	call: async (service, request) => await readEntries(service, { ...labelCall(), ...request }),

	outcomesOf: (_request, _subject, labels) =>
		labels.map((label) => ({ json: withIsoTime(label, 'createdAt') })),

	errorDetails: () => ({}),
});
