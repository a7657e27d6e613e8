import type { ActionName } from './actions/index.mts';

/** An answer in place of the service's own. */
export type MadeUpAnswer =
	/** Any status, with the service's JSON error or a proxy's HTML page. */
	| { kind: 'status'; status: number; retryAfter?: string; page?: 'json' | 'html' }
	/** Any text as the answer; `body` other than a string is sent as JSON. */
	| { kind: 'body'; body: unknown; status?: number; contentType?: string }
	/** Status 200 and nothing else. */
	| { kind: 'empty' }
	| { kind: 'redirect'; location: string; status?: number }
	/** No answer; the connection stays open. */
	| { kind: 'hang' }
	/** The connection is reset. */
	| { kind: 'reset' };

/** A change to the service's own answer. */
export type BentAnswer =
	/** The first half of it. */
	| { kind: 'halfJson' }
	/** All of it, after a wait. */
	| { kind: 'slow'; delayMs: number }
	/** With the cursor that was asked for in place of the next one. */
	| { kind: 'repeatCursor' }
	/** Without the second half of the list in `data`, or of the one in its `success`. */
	| { kind: 'halfData' };

/** Something that happens just before the service answers as it always does. */
export type Happening =
	/** The token that the request carries dies of age. */
	| { kind: 'tokenExpires' }
	/** Someone else deletes a label. */
	| { kind: 'labelDeleted'; label: string };

/** What befalls a matching request. */
export type Weather = MadeUpAnswer | BentAnswer | Happening;

export interface WeatherRule {
	readonly weather: Weather;
	/** The action that must be called; any when left out. */
	readonly action?: ActionName;
	/** The HTTP method, in capitals. */
	readonly method?: string;
	/** A regular expression that the decoded path must match. */
	readonly path?: string;
	/** How many matching requests pass before the first that it befalls; 0 when left out. */
	readonly spares?: number;
	/** How many matching requests it befalls: 1, or with `share` all, when left out. */
	readonly times?: number;
	/** Share of the matching requests that it befalls, 0 to 1, drawn from the seeded generator. */
	readonly share?: number;
	/**
	 * Whether the service still does what was asked, and only its answer is lost. Off when left
	 * out; always so where its own answer is bent.
	 */
	readonly afterEffect?: boolean;
}

export interface RuleInForce extends WeatherRule {
	/** How many more requests it befalls; Infinity when there is no end. */
	readonly left: number;
}

interface ActiveRule extends RuleInForce {
	readonly pattern: RegExp;
	toSpare: number;
	left: number;
}

export interface WeatherTarget {
	readonly action: ActionName | null;
	readonly method: string;
	readonly path: string;
}

/** The rules in force. The first that matches befalls the request. */
export class WeatherStation {
	private readonly seed: () => number;
	private rules: ActiveRule[] = [];
	private random: () => number;

	constructor(seed: () => number) {
		this.seed = seed;
		this.random = seededRandom(seed());
	}

	get inForce(): readonly RuleInForce[] {
		return this.rules;
	}

	/** Throws a SyntaxError when `path` is not a regular expression. */
	add(rule: WeatherRule): void {
		this.rules.push({
			...rule,
			pattern: new RegExp(rule.path ?? ''),
			toSpare: rule.spares ?? 0,
			left: rule.times ?? (rule.share === undefined ? 1 : Infinity),
		});
	}

	/** Ends all weather and starts the random numbers again. */
	clear(): void {
		this.rules = [];
		this.random = seededRandom(this.seed());
	}

	/** The rule that befalls this request, which counts as one of its times. */
	take(target: WeatherTarget): WeatherRule | undefined {
		const rule = this.rules.find(
			(candidate) => applies(candidate, target) && !spares(candidate) && this.strikes(candidate),
		);
		if (rule === undefined) return undefined;
		rule.left -= 1;
		this.rules = this.rules.filter(({ left }) => left > 0);
		return rule;
	}

	private strikes({ share }: ActiveRule): boolean {
		return share === undefined || this.random() < share;
	}
}

/** Counts the request as one of those that the rule lets pass. */
function spares(rule: ActiveRule): boolean {
	if (rule.toSpare === 0) return false;
	rule.toSpare -= 1;
	return true;
}

function applies({ action, method, pattern }: ActiveRule, target: WeatherTarget): boolean {
	return (
		(action === undefined || action === target.action) &&
		(method === undefined || method === target.method) &&
		pattern.test(target.path)
	);
}

/** Mulberry32: small, and the same on every machine. */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
