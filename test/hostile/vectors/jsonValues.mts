import { inField, type ValueVector } from './values.mts';

const INVALID = /is not valid JSON: ./;
const DEEP = /is nested more than 100 levels deep/;
const INEXACT = /holds a number too large to be exact/;
const NO_VALUE = /holds (Infinity|-Infinity|NaN), not a finite number/;

const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
const lists = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const own = (json: string): object => {
	const parsed: unknown = JSON.parse(json);
	return typeof parsed === 'object' && parsed !== null ? parsed : {};
};
const arrives = (json: string) => ({ message: { apns: { contentState: own(json) } } });

const IN_PAYLOAD: [string, unknown, ValueVector['gives']][] = [
	['__proto__', '{"__proto__":{"polluted":1}}', arrives('{"__proto__":{"polluted":1}}')],
	['__proto__ as a text', '{"__proto__":"x"}', arrives('{"__proto__":"x"}')],
	[
		'__proto__ further in',
		'{"a":[{"__proto__":{"polluted":1}}]}',
		arrives('{"a":[{"__proto__":{"polluted":1}}]}'),
	],
	[
		'__proto__ escaped',
		'{"\\u005f_proto__":{"polluted":1}}',
		arrives('{"__proto__":{"polluted":1}}'),
	],
	[
		'constructor',
		'{"constructor":{"prototype":{"polluted":1}}}',
		arrives('{"constructor":{"prototype":{"polluted":1}}}'),
	],
	['toString', '{"toString":1,"valueOf":null}', arrives('{"toString":1,"valueOf":null}')],
	['toJSON', '{"toJSON":"x"}', arrives('{"toJSON":"x"}')],
	['then', '{"then":"x"}', arrives('{"then":"x"}')],
	['1e308', '{"a":1e308}', arrives('{"a":1e308}')],
	['-1e308', '{"a":-1e308}', arrives('{"a":-1e308}')],
	['1e999', '{"a":1e999}', INEXACT],
	['-1e999', '{"a":[-1e999]}', INEXACT],
	['2^53', '{"a":9007199254740992}', arrives('{"a":9007199254740992}')],
	['2^53 + 1', '{"a":9007199254740993}', INEXACT],
	['2^53 + 1 with a dot', '{"a":9007199254740993.0}', INEXACT],
	['2^53 + 1 with an exponent', '{"a":9007199254740993e0}', INEXACT],
	['2^53 + 1 as a text', '{"a":"9007199254740993"}', arrives('{"a":"9007199254740993"}')],
	['an integer of 10,000 digits', `{"a":${'9'.repeat(10_000)}}`, INEXACT],
	['a fraction of 30 digits', '{"a":0.123456789012345678901234567891}', INEXACT],
	['0.1', '{"a":0.1}', arrives('{"a":0.1}')],
	['objects 100 deep', nested(99), arrives(nested(99))],
	['objects 101 deep', nested(101), DEEP],
	['objects 100,000 deep', nested(100_000), DEEP],
	['lists 100,000 deep', lists(100_000), DEEP],
	['lists 100,000 deep, not closed', `{"a":${'['.repeat(100_000)}`, INVALID],
	['the same name twice', '{"a":1,"a":2}', arrives('{"a":2}')],
	['the same name twice, once escaped', '{"a":1,"\\u0061":2}', arrives('{"a":2}')],
	['the same name in different objects', '{"x":{"a":1},"a":2}', arrives('{"x":{"a":1},"a":2}')],
	['names in other capitals', '{"a":1,"A":2}', arrives('{"a":1,"A":2}')],
	['a comment', '{"a":1 /* x */}', INVALID],
	['a comment to the end of the line', '{"a":1} // x', INVALID],
	['NaN', '{"a":NaN}', INVALID],
	['Infinity', '{"a":Infinity}', INVALID],
	['undefined', '{"a":undefined}', INVALID],
	['single quotes', "{'a':1}", INVALID],
	['a comma too many', '{"a":1,}', INVALID],
	['a name without quotes', '{a:1}', INVALID],
	['a plus before a number', '{"a":+1}', INVALID],
	['a zero before a number', '{"a":01}', INVALID],
	['a hexadecimal number', '{"a":0x10}', INVALID],
	['a line break in a text', '{"a":"x\ny"}', INVALID],
	['NUL after it', '{"a":1}\0', INVALID],
	['a second object', '{"a":1}{"a":2}', INVALID],
	['a byte order mark', '\uFEFF{"a":1}', arrives('{"a":1}')],
	['a byte order mark within', '{"a":\uFEFF1}', INVALID],
	['a lone surrogate', '{"a":"\ud800"}', arrives('{"a":"\\ud800"}')],
	['an escaped lone surrogate', '{"a":"\\udc00"}', arrives('{"a":"\\udc00"}')],
	['a lone surrogate in a name', '{"\\ud800":1}', arrives('{"\\ud800":1}')],
	['NUL in a text', '{"a":"\\u0000"}', arrives('{"a":"\\u0000"}')],
	['line separators in a text', '{"a":"\u2028\u2029"}', arrives('{"a":"\\u2028\\u2029"}')],
	['a list', '[{"a":1}]', /is a list, not a JSON object/],
	['null', 'null', /is empty, not a JSON object/],
	['a text', '"x"', /is 'x', not a JSON object/],
	['a number', '5', /is '5', not a JSON object/],
	[
		'5 MB of names',
		JSON.stringify(
			Object.fromEntries(
				Array.from({ length: 50_000 }, (_, index) => [`name-${index}`, 'x'.repeat(90)]),
			),
		),
		/too large for the service/,
	],
	['5 MB of JSON that is not closed', `{"a":"${'x'.repeat(5_000_000)}"`, INVALID],
	['5 MB of white space', ' '.repeat(5_000_000), INVALID],
	['from an expression, NaN', '={{ { a: NaN } }}', NO_VALUE],
	['from an expression, Infinity', '={{ { a: [1 / 0] } }}', NO_VALUE],
	['from an expression, a rounded number', '={{ { a: 9007199254740993 } }}', INEXACT],
	[
		'from an expression, a circle',
		'={{ (() => { const a = {}; a.a = a; return a; })() }}',
		/cannot be written as JSON: Converting circular structure|The expression in/,
	],
	// n8n writes them as text.
	['from an expression, a bigint', '={{ { a: BigInt(1) } }}', arrives('{"a":"1"}')],
	[
		'from an expression, 1000 levels',
		'={{ Array.from({ length: 1000 }).reduce((inner) => ({ a: inner }), {}) }}',
		DEEP,
	],
	// n8n takes it for an empty field.
	['from an expression, what throws', "={{ (() => { throw new Error('x') })() }}", {}],
	['from an expression, the process of n8n', '={{ this.process ?? { a: 1 } }}', arrives('{}')],
];

const asTexts = (json: string) => ({ message: { fcm: { data: own(json) } } });

/** FCM takes texts alone. */
const IN_DATA: [string, unknown, ValueVector['gives']][] = [
	['a number', '{"a":1.5}', asTexts('{"a":"1.5"}')],
	['a switch', '{"a":true,"b":false}', asTexts('{"a":"true","b":"false"}')],
	['null', '{"a":null,"b":""}', asTexts('{"b":""}')],
	['a list', '{"a":[1,"b"]}', asTexts('{"a":"[1,\\"b\\"]"}')],
	['an object', '{"a":{"b":null}}', asTexts('{"a":"{\\"b\\":null}"}')],
	['__proto__', '{"__proto__":{"polluted":1}}', asTexts('{"__proto__":"{\\"polluted\\":1}"}')],
	['1e999', '{"a":1e999}', INEXACT],
	['100,000 deep', nested(100_000), DEEP],
];

const IN_EXT: [string, unknown, ValueVector['gives']][] = [
	['__proto__', '{"__proto__":"x"}', { message: { ext: own('{"__proto__":"x"}') } }],
	['1e999', '{"a":1e999}', INEXACT],
	['100,000 deep', nested(100_000), DEEP],
	[
		'5 MB',
		JSON.stringify({ a: 'x'.repeat(5_000_000) }),
		/has 5000001 characters, but at most 1024/,
	],
	[
		'100,000 pairs',
		JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index, 1]))),
		/has 100000 pairs, but at most 10/,
	],
];

const whole = (name: string, messageJson: string, gives: ValueVector['gives']): ValueVector => ({
	name: `the whole message: ${name}`,
	parameters: { messageFormat: 'json', messageJson: '={{ $json.value }}' },
	row: { value: messageJson },
	gives,
});

const beside = (
	name: string,
	otherProviders: string,
	gives: ValueVector['gives'],
): ValueVector => ({
	name: `other providers: ${name}`,
	parameters: { otherProviders: '={{ $json.value }}' },
	row: { value: otherProviders },
	gives,
});

export const JSON_VECTORS: ValueVector[] = [
	...IN_PAYLOAD.map((vector) => inField('apnsOptions', 'contentState', vector)),
	...IN_DATA.map((vector) => inField('fcmOptions', 'data', vector)),
	...IN_EXT.map((vector) => inField('messageOptions', 'ext', vector)),
	whole(
		'__proto__ with a title',
		'{"content":"World","__proto__":{"title":"x"}}',
		/'title' in 'Message \(JSON\)' is empty/,
	),
	whole('__proto__ besides', '{"title":"Hello","content":"World","__proto__":{"a":1}}', {
		message: own('{"__proto__":{"a":1}}'),
	}),
	whole('100,000 deep', `{"title":"Hello","content":"World","x":${nested(100_000)}}`, DEEP),
	whole(
		'a title of 10 MB',
		`{"title":"${'x'.repeat(10_000_000)}","content":"World"}`,
		/has 10000000 characters, but at most 32/,
	),
	whole('a title that is a list', '{"title":["Hello"],"content":"World"}', /is not text/),
	whole(
		'a provider that is no object',
		'{"title":"Hello","content":"World","agora":"x"}',
		/refused the call \(400/,
	),
	whole(
		'a style that is an object',
		'{"title":"Hello","content":"World","agora":{"style":{"toString":1}}}',
		{ message: { agora: { style: { toString: 1 } } } },
	),
	whole(
		'a whole call',
		'{"targets":["anna"],"pushMessage":{"title":"Hello","content":"World"}}',
		/'Message \(JSON\)' holds 'pushMessage', which is not part of a message/,
	),
	whole('a message for FCM', '{"notification":{"title":"Hello"}}', /holds 'notification', like a/),
	whole(
		'an object as text',
		'{"title":"[object Object]","content":"World"}',
		/'title' in .+ holds/,
	),
	whole(
		'100,000 opening braces',
		`{"title":"Hello","content":"${'{{'.repeat(50_000)}"}`,
		/has 100000/,
	),
	whole(
		'an address without a scheme',
		JSON.stringify({
			title: 'Hello',
			content: 'World',
			config: { clickAction: { url: '//evil.example' } },
		}),
		/'config\.clickAction\.url' in .+ is '\/\/evil/,
	),
	beside('__proto__', '{"__proto__":{"title":"x"}}', {
		message: own('{"__proto__":{"title":"x"}}'),
	}),
	beside('constructor', '{"constructor":{"name":"x"}}', {
		message: { constructor: { name: 'x' } },
	}),
	beside('a title', '{"title":"x"}', /sets 'title', which 'Title' already sets/),
	beside('1e999', '{"huawei":{"a":1e999}}', INEXACT),
	beside('100,000 deep', nested(100_000), DEEP),
	beside('a list', '[]', /is a list, not a JSON object/),
];
