import type { Method, RequestOptions } from './setup.mts';

export interface CurlCall {
	readonly method: Method;
	/** Below organization and app. */
	readonly path: string;
	readonly options: RequestOptions;
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const DATA_FLAGS = ['-d', '--data', '--data-raw'];
/** What curl says of data when the command says nothing. */
export const DATA_TYPE = 'application/x-www-form-urlencoded';

/** The request that a printed curl command makes, with the given token in place of the printed one. */
export function readCurl(command: string, token: string): CurlCall {
	const words = shellWords(command);
	const valueAfter = (flags: readonly string[]): string | undefined =>
		words[words.findIndex((word) => flags.includes(word)) + 1];
	const text = words.some((word) => DATA_FLAGS.includes(word)) ? valueAfter(DATA_FLAGS) : undefined;
	const given = words.flatMap((word, index) => (words[index - 1] === '-H' ? [word] : []));
	const headers = new Map(given.map(readHeader));
	const address = words.find((word) => /^(https?:\/\/|localhost\/)/.test(word)) ?? '';
	const [, path = ''] = /^(?:https?:\/\/)?[^/]+\/[^/]+\/[^/]+\/(.*)$/.exec(address) ?? [];
	return {
		method: METHODS.find((method) => method === valueAfter(['-X', '--request'])) ?? 'GET',
		path,
		options: {
			authorization: headers.has('authorization') ? `Bearer ${token}` : null,
			contentType: headers.get('content-type') ?? (text === undefined ? null : DATA_TYPE),
			...(text !== undefined && { text }),
		},
	};
}

function readHeader(line: string): [string, string] {
	const colon = line.indexOf(':');
	return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** Words as a shell reads them: quotes taken away, lines that end in a backslash joined. */
function shellWords(command: string): string[] {
	const word = /(?:'[^']*'|"(?:\\[^]|[^"\\])*"|[^\s'"\\])+/g;
	const part = /'([^']*)'|"((?:\\[^]|[^"\\])*)"/g;
	return (command.match(word) ?? []).map((raw) =>
		raw.replace(part, (_all, single?: string, double?: string) =>
			double === undefined ? (single ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
		),
	);
}
