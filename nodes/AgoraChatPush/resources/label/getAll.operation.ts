import { readEntries } from '../../service/paging';
import { planShared } from '../../planning/planners';
import { limit, returnAll } from '../fields';
import { withIsoTime } from '../isoTime';
import { defineOperation } from '../../operation';
import { commonOptions } from '../options';
import { readLimit, readCallSettings } from '../readFields';
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

	read: (row) => ({ limit: readLimit(row), settings: readCallSettings(row) }),

	plan: planShared,

	call: async (service, request) => await readEntries(service, { ...labelCall(), ...request }),

	response: (_request, _subject, labels) =>
		labels.map((label) => ({ json: withIsoTime(label, 'createdAt') })),

	fail: () => ({}),
});
