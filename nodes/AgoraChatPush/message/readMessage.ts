import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import type { Row } from '../reading/row';
import { readFieldValue } from '../reading/values';
import { checkMessage, NEEDS_BOTH, type NameOfPath } from './checkMessage';
import {
	collections,
	content,
	messageFormat,
	messageJson,
	otherProviders,
	shortenLongTexts,
	strategy,
	title,
} from './messageProperties';
import { fills, mergeDeep, setAtPath } from './path';
import { shortenTexts } from './shorten';

/** What a push says and how it travels, ready for the body of a call. */
export interface PushContent {
	strategy: number;
	pushMessage: IDataObject;
}

/**
 * Reads and checks the message of one row.
 *
 * @throws UserError naming the field that breaks a rule of the service.
 */
export function readMessage(row: Row): PushContent {
	const isJson = row.choice(messageFormat) === 'json';
	const written = isJson ? row.jsonObject(messageJson) : readForm(row);
	const pushMessage = row.hasOption(shortenLongTexts) ? shortenTexts(written) : written;
	checkMessage(pushMessage, isJson ? nameInJson : nameInForm);
	return { strategy: Number(row.choice(strategy)), pushMessage };
}

function readForm(row: Row): IDataObject {
	const message: IDataObject = {};
	const filled = new Set<string>();
	const fill = (path: string, value: unknown): void => {
		setAtPath(message, path, value);
		filled.add(path);
	};
	for (const field of [title, content]) fill(field.name, requiredText(row, field));
	for (const collection of collections) {
		const added = row.collection(collection);
		for (const field of collection.fields.filter(({ name }) => name in added)) {
			const named = { ...field, within: collection.displayName };
			const value = readFieldValue(named, added[field.name], row.timezone);
			if (value !== undefined) fill(field.path, value);
		}
	}
	return withOtherProviders(message, filled, row);
}

function requiredText(row: Row, field: INodeProperties): string {
	const text = row.text(field);
	if (text.trim() !== '') return text;
	throw new UserError(row.whyBlank(field), { description: NEEDS_BOTH });
}

function withOtherProviders(message: IDataObject, filled: Set<string>, row: Row): IDataObject {
	const others = row.optionalJsonObject(otherProviders) ?? {};
	const filledTwice = [...filled].find((path) => fills(others, path));
	if (filledTwice === undefined) return mergeDeep(message, others);
	throw new UserError(
		`'${otherProviders.displayName}' sets '${filledTwice}', which ${nameInForm(filledTwice)} sets already`,
		{ description: 'Leave it out of one of the two.' },
	);
}

const nameInJson: NameOfPath = (path) => `'${path}' in '${messageJson.displayName}'`;

const nameInForm: NameOfPath = (path) => {
	if (path === title.name) return `'${title.displayName}'`;
	if (path === content.name) return `'${content.displayName}'`;
	for (const collection of collections) {
		const field = collection.fields.find((candidate) => candidate.path === path);
		if (field !== undefined) return `'${field.displayName}' in '${collection.displayName}'`;
	}
	return `'${path}' in '${otherProviders.displayName}'`;
};
