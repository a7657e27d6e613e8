import type { ActionName } from './actions/index.mts';
import type { TokenKind } from './tokens.mts';
import type { Weather } from './weather.mts';

/** A request to the service; the back door's own are not recorded. */
export interface RecordedRequest {
	/** Null when the path or the method belongs to no action. */
	readonly action: ActionName | null;
	readonly method: string;
	/** As it was sent, query and percent-encoding included. */
	readonly rawPath: string;
	/** Without query, percent-encoding taken away. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** All but Authorization, of which only the kind of token is kept. */
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly token: TokenKind;
	/** Parsed when it was JSON, the raw text otherwise, undefined without a body. */
	readonly body: unknown;
	readonly at: number;
	/** Status of the answer; null while there is none, or for good when the weather ate it. */
	status: number | null;
	/** Whether the service did what was asked, also when its answer was lost. */
	tookEffect: boolean;
	/** The weather rule that applied. */
	weather: Weather['kind'] | null;
}

/** A list that forgets its oldest entries beyond `most`; null keeps all. */
export function appendBounded<Entry>(list: Entry[], entry: Entry, most: number | null): void {
	list.push(entry);
	if (most !== null && list.length > most) list.splice(0, list.length - most);
}
