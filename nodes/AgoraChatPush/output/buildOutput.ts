import type { INodeExecutionData } from 'n8n-workflow';

import type { Settled } from '../runJobs';
import type { BadRow } from '../reading/readRows';
import type { Operation } from '../operation';
import { Fates } from './outcomeCounts';
import { badRowJson, failureJson, outcomeJson, type Setting } from './itemJson';
import { ItemsInOrder } from '../answering/itemsInOrder';

/** What a run comes to. */
export interface Account {
	items: INodeExecutionData[];
	fates: Fates;
}

/** Turns what became of the claims and of bad rows into output items, in the order of the input. */
export function accountFor<Request, Subject, Answer, Finding>(
	operation: Operation<Request, Subject, Answer, Finding>,
	settled: Array<Settled<Request, Subject, Answer>>,
	badRows: BadRow[],
	setting: Setting,
): Account {
	const items = new ItemsInOrder();
	const fates = new Fates();
	for (const badRow of badRows) {
		items.add(badRow.row, 0, { json: badRowJson(badRow), pairedItem: { item: badRow.row } });
	}
	for (const one of settled) {
		const { request, claims } = one.job;
		for (const claim of claims) {
			const outcomes =
				one.state === 'answered' ? operation.response(request, claim.subject, one.answer) : [];
			fates.count(one, claim, outcomes);
			const [row = 0] = claim.rows;
			if (one.state !== 'answered') {
				const json = failureJson(operation, one, claim);
				items.add(row, claim.position, { json, pairedItem: pairedItemFor(claim.rows) });
			}
			for (const outcome of outcomes) {
				const json = outcomeJson(claim, outcome, operation.columns, setting);
				items.add(row, claim.position, { json, pairedItem: pairedItemFor(claim.rows) });
			}
		}
	}
	return { items: items.inOrder(), fates };
}

/** @param rows indexes of input items. */
function pairedItemFor(rows: number[]): INodeExecutionData['pairedItem'] {
	if (rows.length > 1) return rows.map((item) => ({ item }));
	const [row = 0] = rows;
	return { item: row };
}
