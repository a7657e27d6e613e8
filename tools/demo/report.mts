import { styleText } from 'node:util';

import type { SimulatorCredentials } from '../../simulator/index.mts';
import { groupBy, tally } from '../lib/groups.mts';
import type { Outcome } from './outcomes.mts';
import type { ExampleRun } from './runExample.mts';
import { tableLines, type TableRow } from './table.mts';

/** How the terminal wants its text. */
export interface Style {
	width: number;
	hasColors: boolean;
}

/** A few lines on what an example did: rows, calls, and who was reached or not and why. */
export function report(
	{ workflow, isDryRun, rowCount, durationMs, calls, outcomes, surprises }: ExampleRun,
	{ orgName, appName }: SimulatorCredentials,
	{ width, hasColors }: Style,
): string {
	const emphasize = (text: string) => (hasColors ? styleText('bold', text) : text);
	const callNames = calls.map(
		({ method, path }) => `${method} ${withoutNames(path.replace(`/${orgName}/${appName}/`, ''))}`,
	);
	const lines = [
		`${counted(rowCount, 'row')} in, ${counted(calls.length, 'call')} made, ${duration(durationMs)}`,
		...Array.from(tally(callNames), ([name, count]) => `${count} × ${name}`),
		'',
		...tableLines({ heading: 'Outcome', names: 'Who' }, tableRows(outcomes), width - INDENT.length),
		...surprises.slice(0, MOST_SURPRISES).map((surprise) => `Not as expected: ${surprise}`),
	];
	const title = isDryRun ? `${workflow.name}, as a dry run` : workflow.name;
	return [emphasize(title), ...lines.map((line) => (INDENT + line).trimEnd())].join('\n');
}

const INDENT = '  ';
const MOST_SURPRISES = 5;

/** The same for the calls that ask about each user alone. */
function withoutNames(path: string): string {
	return path.replace(/^users\/[^/]+\/push/, 'users/:user/push');
}

/** Best first; everyone once under each heading, though named in several rows. */
function tableRows(outcomes: readonly Outcome[]): TableRow[] {
	const order: readonly Outcome['kind'][] = ['done', 'expected', 'unexpected'];
	return order.flatMap((kind) => {
		const ofKind = outcomes.filter((outcome) => outcome.kind === kind);
		return [...groupBy(ofKind, ({ what }) => what)].map(([heading, same]) => ({
			heading,
			names: [...new Set(same.map(({ who }) => who))],
		}));
	});
}

function counted(count: number, noun: string): string {
	return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function duration(durationMs: number): string {
	return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}
