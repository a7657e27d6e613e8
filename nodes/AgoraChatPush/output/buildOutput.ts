import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Operation, Outcome } from '../operation';
import type { ExpectedOutcome, Job, Place } from '../planning/job';
import type { BadItem } from '../reading/readItems';
import type { JobResult, JobResults } from '../runJobs';
import { badItemJson, failureOutcome, outcomeJson } from './itemJson';
import { OutcomeCounts } from './outcomeCounts';

interface OutputSettings {
	inputs: INodeExecutionData[];
	/** Whether outcomes that did not go well become error items. */
	continues: boolean;
	/** Items whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** An output item, and where it belongs. */
interface PlacedItem {
	place: Place;
	item: INodeExecutionData;
}

/** Turns the endings of a plan's jobs, and bad items, into output items in the order of the input. */
export function buildOutput(
	operation: Operation,
	endings: JobResults,
	badItems: BadItem[],
	settings: OutputSettings,
): { items: INodeExecutionData[]; counts: OutcomeCounts } {
	const placed: PlacedItem[] = badItems.map((badItem) => ({
		place: { itemIndexes: [badItem.itemIndex], position: 0 },
		item: { json: badItemJson(badItem), pairedItem: { item: badItem.itemIndex } },
	}));
	const counts = new OutcomeCounts(operation.unit);
	const addItems = (place: Place, expected: ExpectedOutcome, outcomes: Outcome[]): void => {
		const itemIndex = firstItem(place);
		const input = inputFor(expected, itemIndex, settings);
		for (const outcome of outcomes) {
			const json = outcomeJson(
				outcome,
				itemIndex,
				input,
				operation.outputFields,
				settings.continues,
			);
			placed.push({ place, item: { json, pairedItem: pairedItemFor(place.itemIndexes) } });
		}
	};
	for (const [job, ending] of endings) {
		const outcomesFor = outcomesOf(operation, job, ending, endings);
		for (const expected of job.expected) {
			const outcomes = outcomesFor(expected.subject);
			if (job.isAlreadyKnown !== true) counts.add(expected.subject, ending.state, outcomes);
			if (expected.isHidden === true) continue;
			addItems(expected, expected, outcomes);
			for (const place of expected.morePlaces ?? []) {
				addItems(place, expected, outcomesFor(place.spelling));
			}
		}
	}
	placed.sort(
		({ place: a }, { place: b }) => firstItem(a) - firstItem(b) || a.position - b.position,
	);
	return { items: placed.map(({ item }) => item), counts };
}

function firstItem({ itemIndexes: [itemIndex = 0] }: Place): number {
	return itemIndex;
}

function outcomesOf(
	operation: Operation,
	{ payload }: Job,
	ending: JobResult,
	endings: JobResults,
): (subject: string) => Outcome[] {
	return ending.state === 'succeeded'
		? (subject) => operation.outcomesOf(payload, subject, ending.result, endings)
		: (subject) => [failureOutcome(operation, payload, subject, ending.failure)];
}

/** The fields of the input item that are to be copied, if any are. */
function inputFor(
	{ withoutInputFields = false }: ExpectedOutcome,
	itemIndex: number,
	{ inputs, includesInput }: OutputSettings,
): IDataObject | undefined {
	return withoutInputFields || !includesInput.has(itemIndex) ? undefined : inputs[itemIndex]?.json;
}

/** @param items indexes of input items. */
function pairedItemFor(itemIndexes: number[]): INodeExecutionData['pairedItem'] {
	if (itemIndexes.length > 1) return itemIndexes.map((item) => ({ item }));
	const [itemIndex = 0] = itemIndexes;
	return { item: itemIndex };
}
