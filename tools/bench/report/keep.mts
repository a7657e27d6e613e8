import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isObject } from '../../lib/json.mts';
import { ROOT } from '../../lib/root.mts';
import type { Benchmark, Figures } from './benchmark.mts';
import { machine } from './machine.mts';
import { markdownOf } from './markdown.mts';

/** Where figures are kept: the JSON file, and the page with the tables. */
export interface Keeping {
	results: string;
	page: string;
}

/** Where the figures of a benchmark are kept. */
export function keepingOf({ page = 'performance.md' }: Pick<Benchmark, 'page'>): Keeping {
	return { results: join(ROOT, 'tools', 'bench', 'results.json'), page: join(ROOT, 'docs', page) };
}

/** Keeps a benchmark's figures in the JSON file, and its tables in the documentation. */
export async function keep(name: string, figures: Figures, where: Keeping): Promise<void> {
	const kept: unknown = JSON.parse(await readFile(where.results, 'utf8').catch(() => '{}'));
	const results = { ...(isObject(kept) ? kept : {}), [name]: { machine: machine(), ...figures } };
	await writeFile(where.results, `${JSON.stringify(results, null, '\t')}\n`);

	const page = await readFile(where.page, 'utf8');
	await writeFile(where.page, withTables(page, name, markdownOf(figures)));
}

/** Replaces what stands between the markers of a benchmark. */
function withTables(page: string, name: string, tables: string): string {
	const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
	const [before, rest] = splitAt(page, begin);
	const [, after] = splitAt(rest, end);
	return `${before}${begin}\n${tables}\n\n${end}${after}`;
}

function splitAt(text: string, marker: string): [string, string] {
	const position = text.indexOf(marker);
	if (position < 0) throw new Error(`The page lacks the marker ${marker.trim()}`);
	return [text.slice(0, position), text.slice(position + marker.length)];
}
