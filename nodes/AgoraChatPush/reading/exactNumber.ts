import { UserError } from 'n8n-workflow';

import { nameOf, type Named } from './named';

/**
 * Writes a number out.
 *
 * @throws UserError for what is no number at all, and for an integer beyond 2^53, whose last digits
 * JavaScript cannot hold.
 */
export function exactNumberText(field: Named, value: number): string {
	if (Number.isFinite(value)) {
		checkExact(field, value);
		return String(value);
	}
	throw new UserError(`${nameOf(field)} is ${value}, which is no value`, {
		description: 'Correct the expression: it calculates with something that is not a number.',
	});
}

/** @throws UserError when a number, anywhere within the value, lost digits before it came here. */
export function checkExact(field: Named, value: unknown): void {
	const seen = new Set<unknown>();
	const pending = [value];
	while (pending.length > 0) {
		const next = pending.pop();
		if (Number.isInteger(next) && !Number.isSafeInteger(next)) {
			throw new UserError(
				`${nameOf(field)} holds a number too large to be exact: ${String(next)}`,
				{
					description:
						'Its last digits were rounded before it reached this node. Hand it over as text, for example by formatting the column as text.',
				},
			);
		}
		if (typeof next === 'number' && !Number.isFinite(next)) {
			throw new UserError(`${nameOf(field)} holds ${next}, which is no value`, {
				description: 'Correct the expression: it calculates with something that is not a number.',
			});
		}
		if (typeof next !== 'object' || next === null || seen.has(next)) continue;
		seen.add(next);
		for (const inner of Object.values(next)) pending.push(inner);
	}
}
