import type { Figures, Row, Target } from './benchmark.mts';

/** A benchmark's figures as Markdown: the table, then the targets. */
export function markdownOf({ rows, targets }: Figures): string {
	const lines = tableLines(rows);
	if (targets.length > 0) lines.push('', ...tableLines(targets.map(targetRow)));
	return lines.join('\n');
}

function targetRow({ name, measured, limit }: Target): Row {
	return { target: name, 'at most': limit, measured, holds: measured <= limit ? 'yes' : '**no**' };
}

function tableLines(rows: readonly Row[]): string[] {
	const headings = Object.keys(rows[0] ?? {});
	const isNumber = (heading: string) => typeof rows[0]?.[heading] === 'number';
	return [
		line(headings),
		line(headings.map((heading) => (isNumber(heading) ? '--:' : '---'))),
		...rows.map((row) => line(headings.map((heading) => cell(row[heading] ?? '')))),
	];
}

function line(cells: readonly string[]): string {
	return `| ${cells.join(' | ')} |`;
}

function cell(value: string | number): string {
	return typeof value === 'number'
		? value.toLocaleString('en', { maximumFractionDigits: 3 })
		: value;
}
