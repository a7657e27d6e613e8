/** Markup that is safe to send: what came from outside has been escaped. */
export class Html {
	readonly markup: string;

	constructor(markup: string) {
		this.markup = markup;
	}
}

/** Left out of the markup: `false` and `undefined`, so that conditions stay short. */
type Part = Html | readonly Html[] | string | number | false | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A template tag: text between the markup is escaped, also within quoted attributes. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return new Html(String.raw({ raw: markup }, ...parts.map(render)));
}

function render(part: Part): string {
	if (part === false || part === undefined) return '';
	if (part instanceof Html) return part.markup;
	if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
	return part.map((one) => one.markup).join('');
}

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
