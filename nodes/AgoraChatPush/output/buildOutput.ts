import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Explanation } from '../callFailure';
import type { Operation, Outcome } from '../operation';
import type { ExpectedOutcome, Job, Place } from '../planning/job';
import type { BadItem } from '../reading/readItems';
import type { JobResult, JobResults } from '../runJobs';
import { badItemJson, failureOutcome, outcomeJson } from './itemJson';
import { OutcomeCounts } from './outcomeCounts';

interface OutputSettings {
	inputs: INodeExecutionData[];
	/** Whether outcomes that did not go well become error items. */
	continueOnFail: boolean;
	/** Items whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** An output item, and where it belongs. */
interface PlacedItem {
	place: Place;
	item: INodeExecutionData;
}

/** Turns the results of a plan's jobs, and bad items, into output items in the order of the input. */
export function buildOutput(
	operation: Operation,
	results: JobResults,
	badItems: BadItem[],
	settings: OutputSettings,
): { items: INodeExecutionData[]; counts: OutcomeCounts; warnings: Explanation[] } {
	const placed: PlacedItem[] = badItems.map((badItem) => ({
		place: { itemIndexes: [badItem.itemIndex], position: 0 },
		item: { json: badItemJson(badItem), pairedItem: { item: badItem.itemIndex } },
	}));
	const { unit, outputFields } = operation;
	const counts = new OutcomeCounts(unit);
	const warnings = new Map<string, Explanation>();
	const addItems = (place: Place, expected: ExpectedOutcome, outcomes: Outcome[]): void => {
		const itemIndex = firstItemIndex(place);
		const input = inputFor(expected, itemIndex, settings);
		for (const outcome of outcomes) {
			const { warning } = outcome;
			if (warning !== undefined)
				warnings.set(`${warning.message}. ${warning.description}`, warning);
			const json = outcomeJson(outcome, itemIndex, input, outputFields, settings.continueOnFail);
			placed.push({ place, item: { json, pairedItem: pairedItemFor(place) } });
		}
	};
	for (const [job, result] of results) {
		const outcomesFor = outcomesOf(operation, job, result, results);
		for (const expected of job.expected) {
			const outcomes = outcomesFor(expected.subject);
			if (job.isAlreadyKnown !== true) counts.add(expected.subject, result.state, outcomes);
			if (expected.isHidden === true) continue;
			addItems(expected, expected, outcomes);
			for (const place of expected.morePlaces ?? []) {
				addItems(place, expected, outcomesFor(place.spelling));
			}
		}
	}
	placed.sort((a, b) => comparePlaces(a.place, b.place));
	return { items: placed.map(({ item }) => item), counts, warnings: [...warnings.values()] };
}

function comparePlaces(a: Place, b: Place): number {
	return firstItemIndex(a) - firstItemIndex(b) || a.position - b.position;
}

function firstItemIndex({ itemIndexes }: Place): number {
	return itemIndexes[0] ?? 0;
}

function outcomesOf(
	operation: Operation,
	{ payload }: Job,
	result: JobResult,
	results: JobResults,
): (subject: string) => Outcome[] {
	return result.state === 'succeeded'
		? operation.outcomesOf(payload, result.value, results)
		: (subject) => [failureOutcome(operation, payload, subject, result.failure)];
}

/** The fields of the input item that are to be copied, if any are. */
function inputFor(
	{ withoutInputFields = false }: ExpectedOutcome,
	itemIndex: number,
	{ inputs, includesInput }: OutputSettings,
): IDataObject | undefined {
	return withoutInputFields || !includesInput.has(itemIndex) ? undefined : inputs[itemIndex]?.json;
}

function pairedItemFor(place: Place): INodeExecutionData['pairedItem'] {
	const { itemIndexes } = place;
	if (itemIndexes.length > 1) return itemIndexes.map((item) => ({ item }));
	return { item: firstItemIndex(place) };
}
