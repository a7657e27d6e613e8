import { defineOperation } from '../../operation';
import { planOutputPerItem } from '../../planning/planners';
import { label } from '../fields';
import { commonOptions } from '../options';
import { readLabel } from '../readFields';
import { labelCall, NO_LABEL_TO_DELETE } from './labelCall';

/** Source: Agora docs, 'Delete a push label'. */
export const deleteLabel = defineOperation({
	menuEntry: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete label',
		description: 'Delete a label permanently; its users stay, without the label',
	},
	fields: [label, commonOptions],
	outputFields: ['deleted', 'name'],
	unit: 'labels',

	read: (item) => ({ name: readLabel(item) }),

	plan: (requests) => planOutputPerItem(requests),

	async call(service, { name }) {
		const response = await service.call({
			method: 'DELETE',
			...labelCall(name),
			notFound: NO_LABEL_TO_DELETE,
			ifRepeated: 'harmless',
		});
		response.data(isSuccess, "'success'");
	},

	outcomesOf:
		({ name }) =>
		() => [{ json: { deleted: true, name } }],

	errorDetails: ({ name }) => ({ name }),
});

function isSuccess(data: unknown): data is string {
	return typeof data === 'string' && /^success$/i.test(data);
}
