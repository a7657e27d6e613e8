import { planShared } from '../../planning/planners';
import { label } from '../fields';
import { defineOperation } from '../../operation';
import { commonOptions } from '../options';
import { readLabel, readCallSettings } from '../readFields';
import { labelCall } from './labelCall';

/** Source: Agora docs, 'Delete a push label'. */
export const deleteLabel = defineOperation({
	menu: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete label',
		description: 'Delete a label permanently; its users stay, without the label',
	},
	fields: [label, commonOptions],
	columns: ['deleted', 'name'],
	unit: 'labels',

	read: (row) => ({ name: readLabel(row), settings: readCallSettings(row) }),

	plan: planShared,

	async call(service, { name, settings }) {
		const response = await service.call({
			method: 'DELETE',
			...labelCall(name),
			settings,
			ifRepeated: 'harmless',
		});
		response.data(isSuccess, "'success'");
	},

	response: ({ name }) => [{ json: { deleted: true, name } }],

	fail: ({ name }) => ({ name }),
});

function isSuccess(data: unknown): data is string {
	return typeof data === 'string' && /^success$/i.test(data);
}
