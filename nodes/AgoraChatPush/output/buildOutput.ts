import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Operation, Outcome } from '../operation';
import type { ExpectedOutcome, Job, Place } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { Ending, Endings } from '../runJobs';
import { badRowJson, failureOutcome, outcomeJson } from './itemJson';
import { OutcomeCounts } from './outcomeCounts';

interface OutputSettings {
	inputs: INodeExecutionData[];
	/** Whether outcomes that did not go well become error items. */
	continues: boolean;
	/** Rows whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** An output item, and where it belongs. */
interface PlacedItem {
	place: Place;
	item: INodeExecutionData;
}

/** Turns the endings of a plan's jobs, and bad rows, into output items in the order of the input. */
export function buildOutput(
	operation: Operation,
	endings: Endings,
	badRows: BadRow[],
	settings: OutputSettings,
): { items: INodeExecutionData[]; counts: OutcomeCounts } {
	const placed: PlacedItem[] = badRows.map((badRow) => ({
		place: { rows: [badRow.row], position: 0 },
		item: { json: badRowJson(badRow), pairedItem: { item: badRow.row } },
	}));
	const counts = new OutcomeCounts(operation.unit);
	const addItems = (place: Place, expected: ExpectedOutcome, outcomes: Outcome[]): void => {
		const row = firstRow(place);
		const input = inputFor(expected, row, settings);
		for (const outcome of outcomes) {
			const json = outcomeJson(outcome, row, input, operation.columns, settings.continues);
			placed.push({ place, item: { json, pairedItem: pairedItemFor(place.rows) } });
		}
	};
	for (const [job, ending] of endings) {
		const outcomesFor = outcomesOf(operation, job, ending, endings);
		for (const expected of job.expected) {
			const outcomes = outcomesFor(expected.subject);
			if (job.needsNoCall !== true) counts.add(expected.subject, ending.state, outcomes);
			if (expected.isHidden === true) continue;
			addItems(expected, expected, outcomes);
			for (const place of expected.morePlaces ?? []) {
				addItems(place, expected, outcomesFor(place.spelling));
			}
		}
	}
	placed.sort(({ place: a }, { place: b }) => firstRow(a) - firstRow(b) || a.position - b.position);
	return { items: placed.map(({ item }) => item), counts };
}

function firstRow({ rows: [row = 0] }: Place): number {
	return row;
}

function outcomesOf(
	operation: Operation,
	{ payload }: Job,
	ending: Ending,
	endings: Endings,
): (subject: string) => Outcome[] {
	return ending.state === 'succeeded'
		? (subject) => operation.outcomesOf(payload, subject, ending.result, endings)
		: (subject) => [failureOutcome(operation, payload, subject, ending.failure)];
}

/** The fields of the input item that are to be copied, if any are. */
function inputFor(
	{ withoutInputFields = false }: ExpectedOutcome,
	row: number,
	{ inputs, includesInput }: OutputSettings,
): IDataObject | undefined {
	return withoutInputFields || !includesInput.has(row) ? undefined : inputs[row]?.json;
}

/** @param rows indexes of input items. */
function pairedItemFor(rows: number[]): INodeExecutionData['pairedItem'] {
	if (rows.length > 1) return rows.map((item) => ({ item }));
	const [row = 0] = rows;
	return { item: row };
}
