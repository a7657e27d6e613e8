import type { INodeProperties } from 'n8n-workflow';

import { asCallFailure, type CallFailure } from '../../callFailure';
import { defineOperation } from '../../operation';
import { planCallPerItem } from '../../planning/planners';
import { checkLength } from '../../reading/checkLength';
import type { InputItem } from '../../reading/inputItem';
import { MAX_LABEL_NAME_LENGTH } from '../../reading/labelName';
import { optionsField } from '../../reading/optionsField';
import { readText } from '../../reading/values';
import { ID_CHARACTERS } from '../../reading/wrongUserId';
import { optionsCollection } from '../options';
import { readLabelName } from '../readFields';
import { existingLabelOrThrow, LABEL_FIELDS, postLabel } from './labelData';

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

const ifExists = optionsField({
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
	menuEntry: {
		name: 'Create',
		value: 'create',
		action: 'Create label',
		description: 'Create a new label',
	},
	fields: [labelName, additionalFields, optionsCollection([ifExists])],
	outputFields: LABEL_FIELDS,
	unit: 'labels',

	read: (item) => ({
		name: readLabelName(item, labelName),
		description: readDescription(item),
		returnsExisting: item.choiceOption(ifExists) === 'return',
	}),

	plan: (requests) => planCallPerItem(requests),

	async call(service, request) {
		const { name, description: about } = request;
		try {
			const body = about === '' ? { name } : { name, description: about };
			return await postLabel(service, body, { createsAgain: MAY_HAVE_BEEN_CREATED });
		} catch (error) {
			const failure = asCallFailure(error);
			const existing = await existingLabelOrThrow(service, name, failure);
			if (request.returnsExisting) return existing;
			throw existsAlready(name, failure);
		}
	},

	outcomesOf: (_request, label) => () => [{ json: label }],

	errorDetails: ({ name }) => ({ name }),
});

function existsAlready(name: string, failure: CallFailure): CallFailure {
	return failure.with({
		message: `A label named '${name}' exists already ${failure.response.quotedReason ?? ''}`,
		description: `Choose another name in '${labelName.displayName}', or set '${ifExists.displayName}' under 'Options' to 'Return It'.`,
		isUncertain: false,
	});
}

function readDescription(item: InputItem): string {
	const text = readText(description, item.collection(additionalFields).description);
	checkLength(text, MAX_DESCRIPTION_LENGTH, {
		fieldText: () => `'${description.displayName}'`,
		advice: 'Shorten the description.',
	});
	return text;
}
