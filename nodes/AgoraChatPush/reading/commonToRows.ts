import type { Parameters } from './parameters';
import type { Row } from './row';

/**
 * Wraps a function that reads a row, so that all rows of a run share one result, made once, when
 * no expression takes part in it. Thousands of rows then hold one message instead of a copy each.
 */
export function commonToRows<Value>(read: (row: Row) => Value): (row: Row) => Value {
	const common = new WeakMap<Parameters, { value: Value }>();
	return (row) => {
		const { parameters } = row;
		const known = common.get(parameters);
		if (known !== undefined) return known.value;

		const evaluationsBefore = parameters.evaluations;
		const value = read(row);
		if (parameters.evaluations === evaluationsBefore) common.set(parameters, { value });
		return value;
	};
}
