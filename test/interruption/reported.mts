import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isObject, type JsonObject } from '../../tools/lib/json.mts';
import { memberKey } from './operations.mts';

/** What a run says of a subject. */
export type OutcomeKind = 'accepted' | 'unchanged' | 'failed' | 'uncertain' | 'not tried';

/** What was said of each subject, by the subject's key. */
export type Reported = Map<string, OutcomeKind[]>;

/** Words of a call that may have taken effect although its answer is not known. */
const LOST =
	/before the service answered|connection broke|could not finish|did not answer|answered 200/;

const NOT_TRIED = 'canceled before this call';

/** Reads output items, those of the error output too. */
export function readReported(items: INodeExecutionData[], rows: IDataObject[]): Reported {
	const reported: Reported = new Map();
	for (const { json, pairedItem } of items) {
		const [pair] = [pairedItem ?? []].flat();
		const row = rows[typeof pair === 'object' ? pair.item : (pair ?? 0)] ?? {};
		const subject = subjectOf(isObject(json.details) ? json.details : json, row);
		reported.set(subject, [...(reported.get(subject) ?? []), outcomeOf(json)]);
	}
	return reported;
}

/** A message is known by the row that it came from. */
function subjectOf({ userId, username, label }: JsonObject, { title }: IDataObject): string {
	if (typeof username === 'string') return memberKey(textOf(label), username);
	return textOf(userId ?? title);
}

function outcomeOf({ error, details, status }: IDataObject): OutcomeKind {
	if (typeof error !== 'string') return status === 'unchanged' ? 'unchanged' : 'accepted';
	if (error.includes(NOT_TRIED)) return 'not tried';
	const isUncertain = isObject(details) && details.pushStatus === 'UNCERTAIN';
	return isUncertain || LOST.test(error) ? 'uncertain' : 'failed';
}

const NAMES: Record<string, OutcomeKind> = { 'uncertain (answer lost)': 'uncertain' };

/** The counts in a sentence such as 'Of the users: 200 accepted, 100 not tried.' */
export function readTally(description: string): Map<string, number> | undefined {
	const [, counts] = /Of the \w+: ([^.]*)\./.exec(description) ?? [];
	if (counts === undefined) return undefined;
	return new Map(
		counts.split(', ').map((part) => {
			const [count = '', ...outcome] = part.split(' ');
			const name = outcome.join(' ');
			return [NAMES[name] ?? name, Number(count)];
		}),
	);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
