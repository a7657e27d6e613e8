import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { fieldName, type Field } from '../reading/fieldName';
import type { InputItem } from '../reading/inputItem';
import { isExpression } from '../reading/itemReference';
import { readFieldValue } from '../reading/values';
import { UserError } from '../userError';
import { checkMessage, FILL_IN_BOTH } from './checkMessage';
import { checkShape, rejectWholeCall } from './checkShape';
import { checkTexts, type TextSource } from './checkTexts';
import { withTextData } from './fcmData';
import type { MessageField } from './messageField';
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
import { isTaken, mergeDeep, setAtPath, type NameOfChoice, type NameOfPath } from './path';
import { shortenTexts } from './shorten';

/** The message of a push and how it is delivered, as the body of a call has them. */
export interface PushBody {
	strategy: number;
	pushMessage: IDataObject;
}

/**
 * Reads and checks the message of one item.
 *
 * @throws UserError naming the field that breaks a rule of the service.
 */
export function readMessage(item: InputItem): PushBody {
	const isJson = item.choice(messageFormat) === 'json';
	const { written, isCalculated, ...names } = isJson ? readJson(item) : readForm(item);
	const { nameOf } = names;
	checkTexts(written, { nameOf, isCalculated, isForApp, hint: item.hint.bind(item) });
	const sent = withTextData(written);
	const pushMessage = item.hasOption(shortenLongTexts) ? shortenTexts(sent) : sent;
	checkMessage(pushMessage, names, Date.now());
	return { strategy: item.choice(strategy), pushMessage };
}

/** A message as the user wrote it, in one of the two formats. */
interface WrittenMessage extends Pick<TextSource, 'nameOf' | 'isCalculated'> {
	written: IDataObject;
	nameOfChoice: NameOfChoice;
}

function readJson(item: InputItem): WrittenMessage {
	const written = item.jsonObject(messageJson);
	checkShape(written, messageJson.displayName, item.hint.bind(item));
	return {
		written,
		nameOf: nameInJson,
		nameOfChoice: (_path, value) => String(value),
		isCalculated: () => isExpression(item.unevaluated(messageJson)),
	};
}

function readForm(item: InputItem): WrittenMessage {
	const message: IDataObject = {};
	const filled = new Map<string, unknown>();
	const fill = (path: string, value: unknown, written: unknown): void => {
		setAtPath(message, path, value);
		filled.set(path, written);
	};
	for (const field of [title, content]) {
		fill(field.name, requiredText(item, field), item.unevaluated(field));
	}
	for (const collection of collections) {
		const added = item.collection(collection);
		for (const field of collection.fields.filter(({ name }) => name in added)) {
			const named = { ...field, within: collection.displayName };
			const written = item.unevaluated(field, collection);
			const value = readFieldValue(named, added[field.name], item.timezone, written);
			if (value !== undefined) fill(field.path, value, written);
		}
	}
	const isCalculated = (path: string): boolean => {
		const source = [...filled.keys()].find((whole) => isWithin(path, whole));
		return isExpression(
			source === undefined ? item.unevaluated(otherProviders) : filled.get(source),
		);
	};
	const written = withOtherProviders(message, [...filled.keys()], item);
	return { written, nameOf: nameInForm, nameOfChoice, isCalculated };
}

function requiredText(item: InputItem, field: INodeProperties): string {
	const text = item.text(field);
	if (text.trim() !== '') return text;
	throw new UserError(item.whyBlank(field), { description: FILL_IN_BOTH });
}

function withOtherProviders(message: IDataObject, filled: string[], item: InputItem): IDataObject {
	const others = item.optionalJsonObject(otherProviders) ?? {};
	rejectWholeCall(others, otherProviders.displayName, 'Give only further providers');
	const filledTwice = filled.find((path) => isTaken(others, path));
	if (filledTwice === undefined) return mergeDeep(message, others);
	throw new UserError(
		`'${otherProviders.displayName}' sets '${filledTwice}', which ${nameInForm(filledTwice)} already sets`,
		{ description: 'Leave it out of one of the two.' },
	);
}

const nameInJson: NameOfPath = (path) =>
	fieldName({ displayName: path, within: messageJson.displayName });

const nameInForm: NameOfPath = (path) =>
	fieldName(fieldAt(path) ?? { displayName: path, within: otherProviders.displayName });

const nameOfChoice: NameOfChoice = (path, value) => {
	const choices = fieldAt(path)?.options ?? [];
	const chosen = choices.find((choice) => 'value' in choice && choice.value === value);
	return chosen === undefined ? String(value) : `'${chosen.name}'`;
};

/** Whatever the form has no field for is meant for another provider, and may be data of an app. */
function isForApp(path: string): boolean {
	return (fieldAt(path)?.type ?? 'json') === 'json';
}

const FORM_FIELDS: Array<Field & Pick<MessageField, 'type' | 'path' | 'options'>> = [
	...[title, content].map((field) => ({ ...field, path: field.name })),
	...collections.flatMap(({ displayName, fields }) =>
		fields.map((field) => ({ ...field, within: displayName })),
	),
];

/** The field of the form that fills in a path of the message. */
function fieldAt(path: string) {
	return FORM_FIELDS.find((field) => isWithin(path, field.path));
}

function isWithin(path: string, whole: string): boolean {
	return path === whole || path.startsWith(`${whole}.`);
}
