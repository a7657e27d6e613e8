import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isObject } from '../../n8n/json.mts';
import type { Figures } from './benchmark.mts';
import { machine } from './machine.mts';
import { markdownOf } from './markdown.mts';

const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(ROOT, 'bench', 'results.json');
const DOCUMENTATION = join(ROOT, 'docs', 'performance.md');

/** Keeps a benchmark's figures in the JSON file, and its tables in the documentation. */
export async function keep(name: string, figures: Figures): Promise<void> {
	const kept: unknown = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{}'));
	const results = { ...(isObject(kept) ? kept : {}), [name]: { machine: machine(), ...figures } };
	await writeFile(RESULTS, `${JSON.stringify(results, null, '\t')}\n`);

	const page = await readFile(DOCUMENTATION, 'utf8');
	await writeFile(DOCUMENTATION, withTables(page, name, markdownOf(figures)));
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
	if (position < 0) throw new Error(`docs/performance.md lacks the marker ${marker.trim()}`);
	return [text.slice(0, position), text.slice(position + marker.length)];
}
