import { UserError } from '../userError';
import { fieldName, type Field } from './fieldName';

/** @throws UserError for a number that JavaScript cannot write out with all its digits. */
export function exactNumberText(field: Field, value: number): string {
	checkNumber(field, value);
	return String(value);
}

/**
 * @throws UserError when a number, anywhere within the value, is not finite, or an integer beyond
 * 2^53, whose last digits JavaScript cannot hold.
 */
export function checkExact(field: Field, value: unknown): void {
	const seen = new Set<unknown>();
	const pending = [value];
	while (pending.length > 0) {
		const next = pending.pop();
		if (typeof next === 'number') checkNumber(field, next);
		if (typeof next !== 'object' || next === null || seen.has(next)) continue;
		seen.add(next);
		for (const inner of Object.values(next)) pending.push(inner);
	}
}

function checkNumber(field: Field, value: number): void {
	if (!Number.isFinite(value)) {
		throw new UserError(`${fieldName(field)} holds ${value}, not a finite number`, {
			description: 'Correct the expression: it calculates with something that is not a number.',
		});
	}
	if (!isRounded(value)) return;
	throw tooLarge(
		field,
		String(value),
		'Its last digits were rounded before it reached this node. Pass it on as text, for example by formatting the column as text.',
	);
}

/** Whether JavaScript may hold other digits than were written. */
export function isRounded(value: number): boolean {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** @param written as it was given, with digits that JavaScript cannot hold. */
export function tooLarge(field: Field, written: string, description: string): UserError {
	const message = `${fieldName(field)} holds a number too large to be exact: ${written}`;
	return new UserError(message, { description });
}
