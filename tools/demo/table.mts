export interface TableRow {
	heading: string;
	/** Listed as far as the line goes; all of them are counted. */
	names: readonly string[];
}

/** Lines of a table that counts and lists names under each heading, `width` characters wide. */
export function tableLines(
	titles: { heading: string; names: string },
	rows: readonly TableRow[],
	width: number,
): string[] {
	const counts = rows.map(({ names }) => names.length.toLocaleString('en'));
	const headingWidth = longest([titles.heading, ...rows.map(({ heading }) => heading)]);
	const countWidth = longest(['Count', ...counts]);
	const namesWidth = width - headingWidth - countWidth - 2 * GAP.length;
	const line = (heading: string, count: string, names: string) =>
		[heading.padEnd(headingWidth), count.padStart(countWidth), names].join(GAP);
	return [
		line(titles.heading, 'Count', titles.names),
		...rows.map(({ heading, names }, index) =>
			line(heading, counts[index] ?? '', listed(names, namesWidth)),
		),
	];
}

const GAP = '  ';

/** No line of a terminal holds more. */
const MOST_NAMES = 40;

/** The first names, and how many more there are when they do not all fit. */
function listed(names: readonly string[], width: number, most = MOST_NAMES): string {
	const others = names.length - most;
	const more = others > 0 ? ` and ${others.toLocaleString('en')} more` : '';
	const text = names.slice(0, most).join(', ') + more;
	return text.length <= width || most === 1 ? text : listed(names, width, most - 1);
}

function longest(texts: readonly string[]): number {
	return Math.max(...texts.map(({ length }) => length));
}
