import {
	isAssignmentCollectionValue,
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Stands in for one of n8n's own nodes. 'Edit Fields' and 'Merge' do what the examples ask of them;
 * the page of a form, which nobody fills in here, gives nothing but its pinned data; every other node
 * hands on what it gets, so triggers and tables give theirs.
 */
export function standIn(name: string): INodeType {
	switch (name) {
		case 'n8n-nodes-base.set':
			return { description: { ...describe(name), properties: [ASSIGNMENTS] }, execute: setFields };
		case 'n8n-nodes-base.merge':
			return { description: { ...describe(name), ...TWO_INPUTS }, execute: append };
		case 'n8n-nodes-base.form':
			return { description: describe(name), execute: giveNothing };
		default:
			return { description: describe(name), execute: handOn };
	}
}

function describe(name: string): INodeTypeDescription {
	const isTrigger = /trigger|webhook/i.test(name);
	return {
		displayName: name,
		name,
		group: isTrigger ? ['trigger'] : ['transform'],
		version: [1, 1.1, 1.2, 1.3, 2, 2.2, 2.3, 3, 3.2, 3.4, 4, 4.5, 4.7],
		description: '',
		defaults: { name },
		inputs: isTrigger ? [] : [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
}

const handOn: Execute = function () {
	return Promise.resolve([this.getInputData()]);
};

const giveNothing: Execute = () => Promise.resolve([[]]);

const ASSIGNMENTS: INodeProperties = {
	displayName: 'Fields to Set',
	name: 'assignments',
	type: 'assignmentCollection',
	default: {},
};

/** Gives items with these fields and no others, as 'Edit Fields' does when it is left as it is. */
const setFields: Execute = function () {
	const items = this.getInputData().map((_item, index) => {
		const fields = this.getNodeParameter(ASSIGNMENTS.name, index);
		if (!isAssignmentCollectionValue(fields)) throw new Error('These are no fields to set.');
		const json: IDataObject = {};
		for (const { name, value } of fields.assignments) json[name] = value;
		return { json, pairedItem: index };
	});
	return Promise.resolve([items]);
};

/** With nothing at one input, n8n runs the node at the end with the items of the other. */
const TWO_INPUTS = {
	inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
	requiredInputs: 1,
};

/** Gives the items of the first input and then those of the second, as 'Merge' does by default. */
const append: Execute = function () {
	const items = TWO_INPUTS.inputs.flatMap((_type, input) =>
		this.getInputData(input).map(({ json }, index) => ({
			json,
			pairedItem: { item: index, input },
		})),
	);
	return Promise.resolve([items]);
};
