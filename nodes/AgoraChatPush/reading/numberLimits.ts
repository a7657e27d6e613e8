import type { INodePropertyTypeOptions } from 'n8n-workflow';

import { UserError } from '../userError';
import { fieldName, type Field } from './fieldName';

/** As the form has them; a precision of 0 is for whole numbers. */
type NumberLimits = Pick<INodePropertyTypeOptions, 'minValue' | 'maxValue' | 'numberPrecision'>;

/**
 * The form keeps what is typed within its limits, but not what an expression gives.
 *
 * @throws UserError when a number is outside its limits, both of which are allowed themselves.
 */
export function checkLimits(
	field: Field,
	value: number,
	{ minValue = -Infinity, maxValue = Infinity, numberPrecision }: NumberLimits,
): void {
	const isWhole = numberPrecision === 0;
	const isRightKind = Number.isInteger(value) || !isWhole;
	if (isRightKind && value >= minValue && value <= maxValue) return;
	const kind = isWhole ? 'whole number' : 'number';
	const range =
		maxValue === Infinity ? `of ${minValue} or more` : `from ${minValue} to ${maxValue}`;
	throw new UserError(`${fieldName(field)} is ${value}, not a ${kind} ${range}`, {
		description: `Give a ${kind} ${range} in ${fieldName(field)}.`,
	});
}
