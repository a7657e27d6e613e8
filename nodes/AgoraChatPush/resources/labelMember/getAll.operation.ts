import { defineOperation } from '../../operation';
import { planOutputPerItem } from '../../planning/planners';
import { readEntries } from '../../service/paging';
import { entryCount } from '../entryCount';
import { label, limit, returnAll } from '../fields';
import { withIsoTime } from '../isoTime';
import { labelCall } from '../label/labelCall';
import { commonOptions } from '../options';
import { readLabel, readLimit } from '../readFields';

/** Source: Agora docs, 'Query the detailed information of users under the specified push label by page'. */
export const getAll = defineOperation({
	menuEntry: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many label members',
		description: 'Retrieve a list of the users who have a label',
	},
	fields: [label, returnAll, limit, commonOptions],
	outputFields: ['label', 'username', 'created'],
	unit: 'lists',

	read: (item) => ({ label: readLabel(item), limit: readLimit(item) }),

	plan: (requests) => planOutputPerItem(requests),

	call: async (service, { label: name, ...request }) =>
		await readEntries(service, { ...labelCall(name, 'user'), ...request }),

	outcomesOf:
		({ label: name }, members) =>
		() =>
			members.map((member) => ({
				json: Object.assign({ label: name }, withIsoTime(member, 'created'), { label: name }),
			})),

	errorDetails: ({ label: name }) => ({ label: name }),

	countTexts: (results) => [entryCount(results, 'members')],
});
