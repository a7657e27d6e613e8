import type { INodeProperties } from 'n8n-workflow';

import { asJobFailure, JobFailure } from '../../jobFailure';
import { defineOperation } from '../../operation';
import { planEach } from '../../planning/planners';
import { checkLength } from '../../reading/checkLength';
import { MAX_LABEL_NAME_LENGTH } from '../../reading/labelName';
import { menu } from '../../reading/menu';
import type { Row } from '../../reading/row';
import { readText } from '../../reading/values';
import { ID_CHARACTERS } from '../../reading/wrongUserId';
import { optionsCollection } from '../options';
import { readLabelName } from '../readFields';
import { labelCall } from './labelCall';
import { existingLabel, LABEL_COLUMNS, labelOf } from './labelData';

const MAX_DESCRIPTION_LENGTH = 255;

const labelName: INodeProperties = {
	displayName: 'Label Name',
	name: 'labelName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. vip-customers',
	description: `At most ${MAX_LABEL_NAME_LENGTH} ${ID_CHARACTERS}`,
};

const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: `What the label is for, at most ${MAX_DESCRIPTION_LENGTH} characters`,
};

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [description],
};

const ifExists = menu({
	displayName: 'If Label Exists',
	name: 'ifExists',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'Treat the item as failed' },
		{ name: 'Return It', value: 'return', description: 'Return the label that exists already' },
	],
	default: 'fail',
	description: 'What to do when a label with this name exists already',
});

const MAY_HAVE_BEEN_CREATED =
	'The label may have been created all the same. Look at the list of labels before you repeat it.';

/** Source: Agora docs, 'Create a push label'. */
export const create = defineOperation({
	menu: {
		name: 'Create',
		value: 'create',
		action: 'Create label',
		description: 'Create a new label',
	},
	fields: [labelName, additionalFields, optionsCollection([ifExists])],
	columns: LABEL_COLUMNS,
	unit: 'labels',

	read: (row) => ({
		name: readLabelName(row, labelName),
		description: readDescription(row),
		returnsExisting: row.choiceOption(ifExists) === 'return',
	}),

	plan: (requests) => planEach(requests),

	async call(service, request) {
		const { name, description: about } = request;
		try {
			const response = await service.call({
				method: 'POST',
				...labelCall(),
				body: about === '' ? { name } : { name, description: about },
				ifRepeated: { createsAgain: MAY_HAVE_BEEN_CREATED },
			});
			return labelOf(response);
		} catch (error) {
			const failure = asJobFailure(error);
			const existing = await existingLabel(service, name, failure);
			if (request.returnsExisting) return existing;
			throw existsAlready(name, failure);
		}
	},

	outcomesOf: (_request, _subject, label) => [{ json: label }],

	errorDetails: ({ name }) => ({ name }),
});

function existsAlready(name: string, { response }: JobFailure): JobFailure {
	return new JobFailure(
		{
			message: `A label named '${name}' exists already ${response.words ?? ''}`,
			description: `Choose another name in '${labelName.displayName}', or set '${ifExists.displayName}' under 'Options' to 'Return It'.`,
			isUncertain: false,
		},
		response,
	);
}

function readDescription(row: Row): string {
	const text = readText(description, row.collection(additionalFields).description);
	checkLength(text, MAX_DESCRIPTION_LENGTH, {
		subject: () => `'${description.displayName}'`,
		advice: 'Shorten the description.',
	});
	return text;
}
