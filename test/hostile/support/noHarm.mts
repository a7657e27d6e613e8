import { expect } from '@jest/globals';

import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeOutcome } from '../../support/nodeRun.mts';
import { huntSecrets, type Secrets } from '../../support/secretHunt.mts';

/** Longer than any explanation; what a vector holds must not be poured into the message. */
const MAX_SENTENCES_LENGTH = 1000;

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const UNTOUCHED = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

/** What holds after whatever a run was given: no secret is out, and what went wrong is explained. */
export function expectNoHarm(outcome: NodeOutcome, secrets: Secrets): void {
	expect(huntSecrets(secrets, outcome)).toEqual([]);
	expectPrototypesUntouched();
	for (const text of explanationsIn(outcome)) expectTwoSentences(text);
}

export function expectPrototypesUntouched(): void {
	expect(PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length)).toEqual(UNTOUCHED);
}

/** What the user reads: what happened and to which item; what to do. */
export function expectTwoSentences(text: string): void {
	expect(text.slice(0, MAX_SENTENCES_LENGTH)).toMatch(/^[^]+ \[item \d+\]\. [^]+[.…)]$/);
	expect(text.length).toBeLessThanOrEqual(MAX_SENTENCES_LENGTH);
	expect(text).not.toMatch(
		/^(?!The expression in).*call stack|could not handle|(?<!holds ')\[object |Cannot read|is not a function/,
	);
}

/** The messages of a run, of the error that stopped it and of error items. */
export function explanationsIn({ error, items, errorItems }: NodeOutcome): string[] {
	const ofItems = [...items, ...errorItems].filter(isErrorItem).map(({ json }) => json.error);
	return [error?.text, ...ofItems].filter((text) => typeof text === 'string');
}

/** What n8n itself takes for one. */
function isErrorItem({ json }: INodeExecutionData): boolean {
	return Object.keys(json).every((key) => ['error', 'message', 'details'].includes(key));
}
