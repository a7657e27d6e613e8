import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ADDRESS_VECTORS } from './addresses.mts';
import type { ValueVector } from './values.mts';

/** A field of the message that holds text. */
interface TextPlace {
	/** As the user reads it in a refusal. */
	name: string;
	/** What is written in the form, with this text in the field. */
	parameters: (text: string) => INodeParameters;
	/** The message with the text, without the usual title and content. */
	arrives: (text: string) => object;
	/** Whether people read it, so that a word for a missing value in it is a slip. */
	isRead: boolean;
}

const field = (
	name: string,
	collection: string,
	key: string,
	arrives: TextPlace['arrives'],
	isRead = true,
): TextPlace => ({
	name,
	parameters: (text) => ({ [collection]: { [key]: text } }),
	arrives,
	isRead,
});

const IN_FORM: TextPlace[] = [
	{
		name: "'Title'",
		parameters: (title) => ({ title }),
		arrives: (title) => ({ title }),
		isRead: true,
	},
	{
		name: "'Content'",
		parameters: (content) => ({ content }),
		arrives: (content) => ({ content }),
		isRead: true,
	},
	field("'Subtitle' in", 'messageOptions', 'subTitle', (subTitle) => ({ subTitle })),
	field("'Title' in", 'agoraOptions', 'title', (title) => ({ agora: { title } })),
	field("'Big Text' in", 'agoraOptions', 'bigTxt', (bigTxt) => ({ agora: { bigTxt } })),
	field("'Content' in", 'apnsOptions', 'content', (content) => ({ apns: { content } })),
	field("'Title' in", 'fcmOptions', 'notificationTitle', (title) => ({
		fcm: { notification: { title } },
	})),
	field("'Body' in", 'fcmOptions', 'notificationBody', (body) => ({
		fcm: { notification: { body } },
	})),
	field("'Thread ID' in", 'apnsOptions', 'threadId', (threadId) => ({ apns: { threadId } }), false),
	field(
		"'Body Localization Args' in",
		'apnsOptions',
		'bodyLocArgs',
		(text) => ({ apns: { bodyLocArgs: [text] } }),
		false,
	),
];

/** Short enough for the shortest field. */
const LEFT = '{{ 1 }}';

const row: IDataObject = { braces: LEFT, object: { a: 1 } };

const textsIn = ({ name, parameters, arrives, isRead }: TextPlace): ValueVector[] => {
	const vector = (kind: string, text: string, gives: ValueVector['gives']): ValueVector => ({
		name: `${name}: ${kind}`,
		parameters: parameters(text),
		row,
		gives,
	});
	return [
		vector(
			'an expression in a fixed field',
			LEFT,
			new RegExp(`${name}.* holds '\\{\\{ 1 \\}\\}', which n8n has not filled in.+ to Expression`),
		),
		vector(
			'braces from the row',
			'={{ $json.braces }}',
			new RegExp(
				`${name}.* holds '\\{\\{ 1 \\}\\}', which n8n has not filled in.+ came with the data`,
			),
		),
		vector('braces that nothing closes', '{{ 1', { message: arrives('{{ 1') }),
		vector(
			'an object in a text',
			'={{ $json.object + `` }}',
			new RegExp(`${name}.* holds '\\[object Object\\]', which is an object written out as text`),
		),
		vector('a word for a missing value', "={{ '' + $json.missing }}", {
			message: arrives('undefined'),
			...(isRead ? { hint: new RegExp(`${name}.* holds the word 'undefined'`) } : {}),
		}),
		vector('such a word in a fixed field', 'null', { message: arrives('null') }),
	];
};

/** Where the text is a part of JSON. */
const IN_JSON: { name: string; rest?: string; parameters: (json: string) => INodeParameters }[] = [
	{
		name: "'Custom Data \\(JSON\\)'",
		parameters: (json) => ({ messageOptions: { ext: json } }),
	},
	{
		name: "'Content State \\(JSON\\)'",
		parameters: (json) => ({ apnsOptions: { contentState: json } }),
	},
	{ name: "'Custom Data \\(JSON\\)'", parameters: (json) => ({ fcmOptions: { data: json } }) },
	{ name: "'Other Providers \\(JSON\\)'", parameters: (json) => ({ otherProviders: json }) },
	{
		name: "'Message \\(JSON\\)'",
		rest: '"title":"Hello","content":"World",',
		parameters: (json) => ({ messageFormat: 'json', messageJson: json }),
	},
];

const textsInJson = IN_JSON.flatMap(({ name, rest = '', parameters }): ValueVector[] => {
	const inJson = (text: string) => `{${rest}"huawei":{"a":"${text}"}}`;
	const vector = (kind: string, json: string, words: RegExp): ValueVector => ({
		name: `${name}: ${kind}`,
		parameters: parameters(json),
		row: { ...row, quote: 'say "x"' },
		gives: words,
	});
	return [
		vector(
			'an expression in fixed JSON',
			inJson('{{ $json.braces }}'),
			new RegExp(`${name}.* holds '\\{\\{ .+ \\}\\}', which n8n has not filled in.+ to Expression`),
		),
		vector(
			'an object in a text',
			`=${inJson('{{ $json.object }}')}`,
			new RegExp(`${name}.* (holds '\\[object Object\\]'|is not valid JSON)`),
		),
		vector(
			'quotes within quotes',
			`=${inJson('{{ $json.quote }}')}`,
			new RegExp(`${name}.* is not valid JSON: .+ JSON\\.stringify`),
		),
	];
});

const subTitle: ValueVector = {
	name: "a whole message with 'sub_title'",
	parameters: {
		messageFormat: 'json',
		messageJson: '{"title":"Hello","content":"World","sub_title":"x"}',
	},
	gives: { message: { sub_title: 'x' }, hint: /'sub_title' .+ Write it as 'subTitle'/ },
};

export const TEXT_VECTORS: ValueVector[] = [
	...IN_FORM.flatMap(textsIn),
	...textsInJson,
	...ADDRESS_VECTORS,
	subTitle,
];
