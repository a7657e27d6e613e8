import { inField, type ValueVector } from './values.mts';

const NO_NUMBER = /'Badge' in 'APNs Options \(iOS\)' is .*, not a number/;
const NO_COUNT = /'Badge' in 'APNs Options \(iOS\)' is .*, not a whole number of 0 or more/;
const NO_SWITCH = /not true or false/;
const NO_CHOICE = /'Priority' in 'APNs Options \(iOS\)' is .*\. Use one of/;
const NO_DATE = /'Expires At' in 'Agora Channel Options' is .*, not a date and time/;
const PAST = /'Expires At' in 'Agora Channel Options' is .*, which is in the past/;
const ROUNDED = /holds a number too large to be exact/;

type Written = [string, unknown, ValueVector['gives'], string?];

const badge = (name: string, value: unknown, gives: RegExp | number): Written => [
	name,
	value,
	gives instanceof RegExp ? gives : { message: { apns: { badge: gives } } },
];
const mutable = (name: string, value: unknown, gives: RegExp | boolean): Written => [
	name,
	value,
	gives instanceof RegExp ? gives : { message: { apns: { mutableContent: gives } } },
];
const priority = (name: string, value: unknown, gives: RegExp | number): Written => [
	name,
	value,
	gives instanceof RegExp ? gives : { message: { apns: { priority: gives } } },
];
const expires = (
	name: string,
	value: unknown,
	gives: RegExp | number,
	timezone?: string,
): Written => [
	name,
	value,
	gives instanceof RegExp ? gives : { message: { agora: { expiresTime: gives } } },
	timezone,
];

const NUMBERS: Written[] = [
	badge('a number as text', '7', 7),
	badge('space around it', ' 7\n', 7),
	badge('an exponent', '1e2', 100),
	badge('a sign', '-7', NO_COUNT),
	badge('zero below zero', '-0', 0),
	badge('a fraction', '1.5', NO_COUNT),
	badge('a comma', '1,5', NO_NUMBER),
	badge('thousands', '1,000', NO_NUMBER),
	badge('an underscore', '1_000', NO_NUMBER),
	badge('full-width digits', '７', NO_NUMBER),
	badge('Arabic digits', '٧', NO_NUMBER),
	badge('a unit', '7px', NO_NUMBER),
	badge('NaN', 'NaN', NO_NUMBER),
	badge('Infinity', 'Infinity', NO_NUMBER),
	badge('1e999', '1e999', NO_NUMBER),
	badge('2^53 + 1', '9007199254740993', ROUNDED),
	badge('a million digits', '9'.repeat(1_000_000), NO_NUMBER),
	badge('space alone', ' ', NO_NUMBER),
	badge('null as text', 'null', NO_NUMBER),
	badge('a switch', '={{ true }}', NO_NUMBER),
	badge('a list', '={{ [7] }}', NO_NUMBER),
	badge('an object', '={{ { a: 7 } }}', NO_NUMBER),
	badge('NaN, calculated', '={{ 0 / 0 }}', NO_NUMBER),
	badge('Infinity, calculated', '={{ 1 / 0 }}', NO_NUMBER),
	badge('a bigint', '={{ BigInt(7) }}', /not a number|The expression in/),
];

const SWITCHES: Written[] = [
	mutable('true', 'true', true),
	mutable('TRUE', ' TRUE ', true),
	mutable('yes', 'Yes', true),
	mutable('1', '1', true),
	mutable('false', 'false', false),
	mutable('no', 'no', false),
	mutable('0', '0', false),
	mutable('2', '2', NO_SWITCH),
	mutable('-1', '-1', NO_SWITCH),
	mutable('on', 'on', NO_SWITCH),
	mutable('another language', 'ja', NO_SWITCH),
	mutable('null as text', 'null', NO_SWITCH),
	mutable('undefined as text', 'undefined', NO_SWITCH),
	mutable('a list', '={{ [true] }}', NO_SWITCH),
	mutable('an empty list', '={{ [] }}', NO_SWITCH),
	mutable('an object', '={{ {} }}', NO_SWITCH),
	mutable('NaN', '={{ 0 / 0 }}', NO_SWITCH),
	mutable('10 MB', 'true'.repeat(2_500_000), NO_SWITCH),
];

const CHOICES: Written[] = [
	priority('as text', '10', 10),
	priority('with a fraction', '10.0', NO_CHOICE),
	priority('with space', ' 10', 10),
	priority('by its name', ' normal ', 5),
	priority('by half its name', 'Power', NO_CHOICE),
	priority('with a zero before it', '010', NO_CHOICE),
	priority('another', '7', NO_CHOICE),
	priority('__proto__', '__proto__', NO_CHOICE),
	priority('a list', '={{ [10] }}', NO_CHOICE),
	priority('an object', '={{ { value: 10 } }}', NO_CHOICE),
	priority('10 MB', '1'.repeat(10_000_000), NO_CHOICE),
];

const DATES: Written[] = [
	expires('a moment', '2076-12-24T18:00:00Z', 3_376_058_400_000),
	expires('a zone', '2076-12-24T18:00:00+14:00', 3_376_008_000_000),
	expires('without a zone, in Oslo', '2076-12-24T18:00:00', 3_376_054_800_000, 'Europe/Oslo'),
	expires('a day alone, in Tokyo', '2076-12-24', 3_375_961_200_000, 'Asia/Tokyo'),
	expires(
		'an hour that summer time leaves out',
		'2030-03-31T02:30:00',
		1_901_151_000_000,
		'Europe/Oslo',
	),
	expires('an hour that comes twice', '2030-10-27T02:30:00', 1_919_295_000_000, 'Europe/Oslo'),
	expires('a day that is past', '2020-12-24T18:00:00Z', PAST),
	expires('1973', '={{ 100000000000 }}', PAST),
	expires('a day that a zone left out', '2011-12-30T12:00:00', /Expires At/, 'Pacific/Apia'),
	expires('the last moment of 9999', '9999-12-31T23:59:59.999Z', 253_402_300_799_999),
	expires('the year 10000', '10000-01-01T00:00:00Z', NO_DATE),
	expires('the last date there is', '+275760-09-13T00:00:00Z', NO_DATE),
	expires('a day after the last date', '+275760-09-14T00:00:00Z', NO_DATE),
	expires('the year 0', '0000-00-00T00:00:00Z', NO_DATE),
	expires('a 29 February that is', '2028-02-29T00:00:00Z', 1_835_395_200_000),
	expires('a 29 February that is none', '2026-02-29T00:00:00Z', NO_DATE),
	expires('a 31 April', '2026-04-31T00:00:00Z', NO_DATE),
	expires('month 13', '2026-13-01T00:00:00Z', NO_DATE),
	expires('hour 25', '2076-12-24T25:00:00Z', NO_DATE),
	expires('hour 24', '2076-12-24T24:00:00Z', NO_DATE),
	expires('a leap second', '2026-12-31T23:59:60Z', NO_DATE),
	expires('a zone that is none', '2076-12-24T18:00:00+99:00', NO_DATE),
	expires('words', 'tomorrow', NO_DATE),
	expires('milliseconds', '={{ 3376058400000 }}', 3_376_058_400_000),
	expires('milliseconds as text', '3376058400000', 3_376_058_400_000),
	expires('seconds', '={{ 3376058400 }}', NO_DATE),
	expires('seconds as text', '3376058400', NO_DATE),
	expires('microseconds', '={{ 3376058400000000 }}', NO_DATE),
	expires('nanoseconds as text', '3376058400000000000', NO_DATE),
	expires('a day of a sheet', '={{ 46380 }}', NO_DATE),
	expires('a day and a time of a sheet', '46380.75', NO_DATE),
	expires('a fraction of a millisecond', '={{ 3376058400000.5 }}', NO_DATE),
	expires('zero', '={{ 0 }}', NO_DATE),
	expires('below zero', '={{ -1 }}', NO_DATE),
	expires('NaN', '={{ 0 / 0 }}', NO_DATE),
	expires('Infinity', '={{ 1 / 0 }}', NO_DATE),
	expires('a switch', '={{ true }}', NO_DATE),
	expires('a list', '={{ [2026, 12, 24] }}', NO_DATE),
	expires('an object', '={{ { year: 2026 } }}', NO_DATE),
	expires('an invalid Date', "={{ new Date('x') }}", NO_DATE),
	expires('a Date', '={{ new Date(3376058400000) }}', 3_376_058_400_000),
	expires(
		'a moment of Luxon',
		"={{ DateTime.fromISO('2076-12-24T18:00:00Z') }}",
		3_376_058_400_000,
	),
	expires('10 MB of digits', '1'.repeat(10_000_000), NO_DATE),
	expires('10 MB of words', 'x'.repeat(10_000_000), NO_DATE),
];

const BADGES: [collection: string, key: string, within: (badge: object) => object][] = [
	['messageOptions', 'badgeAddNum', (badge) => ({ config: { badge } })],
	['messageOptions', 'badgeSetNum', (badge) => ({ config: { badge } })],
	['agoraOptions', 'badgeAddNum', (badge) => ({ agora: { badge } })],
	['agoraOptions', 'badgeSetNum', (badge) => ({ agora: { badge } })],
];

const NO_BADGE = /'Badge (Increase By|Set To)' in .+ is .*, not a whole number of 0 or more/;

const OTHER_BADGES = BADGES.flatMap(([collection, key, within]) => {
	const sent = key === 'badgeAddNum' ? 'addNum' : 'setNum';
	const inBadge = (name: string, value: unknown, gives: ValueVector['gives']): ValueVector => {
		const vector = inField(collection, key, [name, value, gives]);
		return { ...vector, name: `${collection}, ${vector.name}` };
	};
	return [
		inBadge('below zero', '-1', NO_BADGE),
		inBadge('a fraction', '1.5', NO_BADGE),
		inBadge('zero', '0', { message: within({ [sent]: 0 }) }),
		inBadge('with separators', '2,000', /, not a number/),
	];
});

export const SCALAR_VECTORS: ValueVector[] = [
	...OTHER_BADGES,
	...NUMBERS.map((vector) => inField('apnsOptions', 'badge', vector)),
	...SWITCHES.map((vector) => inField('apnsOptions', 'mutableContent', vector)),
	...CHOICES.map((vector) => inField('apnsOptions', 'priority', vector)),
	...DATES.map((vector) => inField('agoraOptions', 'expiresTime', vector)),
];
