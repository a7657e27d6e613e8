export interface WireObject {
	readonly [key: string]: WireValue | undefined;
}

/** What an answer may hold. A bigint is written as a bare JSON number, digit for digit. */
export type WireValue =
	string | number | boolean | bigint | null | readonly WireValue[] | WireObject;

/** JSON text; unlike JSON.stringify it keeps every digit of an integer above 2^53. */
export function stringifyWire(value: WireValue): string {
	if (typeof value === 'bigint') return value.toString();
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (isList(value)) return `[${value.map(stringifyWire).join(',')}]`;
	const members = Object.entries(value).flatMap(([key, member]) =>
		member === undefined ? [] : [`${JSON.stringify(key)}:${stringifyWire(member)}`],
	);
	return `{${members.join(',')}}`;
}

function isList(value: readonly WireValue[] | WireObject): value is readonly WireValue[] {
	return Array.isArray(value);
}

/** What a successful action answers with; members that are undefined are left out. */
export type Answer = WireObject;

/** A success of the service as JSON text, in the envelope that its answers share. */
export function renderAnswer(answer: Answer, timestampMs: number, durationMs: number): string {
	return stringifyWire({ timestamp: timestampMs, ...answer, duration: durationMs });
}
