import { join } from 'node:path';

import type { Row } from '../../bench/report/benchmark.mts';
import { keep } from '../../bench/report/keep.mts';
import { ROOT } from '../../lib/root.mts';
import kept from './results.json';

const WHERE = {
	results: join(import.meta.dirname, 'results.json'),
	page: join(ROOT, 'README.md'),
};

let rows: readonly Row[] = kept.versions.rows;

/** Puts what came of a version of n8n in the place of what was kept about it, newest version first. */
export async function keepVersion(row: Row): Promise<void> {
	const others = rows.filter(({ n8n }) => n8n !== row.n8n);
	rows = [...others, row].sort((one, other) =>
		String(other.n8n).localeCompare(String(one.n8n), 'en', { numeric: true }),
	);
	await keep('versions', { rows: [...rows], targets: [] }, WHERE);
}
