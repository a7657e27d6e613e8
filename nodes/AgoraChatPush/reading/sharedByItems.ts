import type { ItemParameters } from './itemParameters';
import type { Parameters } from './parameters';

/**
 * Wraps a function that reads an item, so that all items of a run share one result, made once, when
 * no expression takes part in it. Thousands of items then hold one message instead of a copy each.
 */
export function sharedByItems<Value>(
	read: (item: ItemParameters) => Value,
): (item: ItemParameters) => Value {
	const common = new WeakMap<Parameters, { value: Value }>();
	return (item) => {
		const { parameters } = item;
		const known = common.get(parameters);
		if (known !== undefined) return known.value;

		const evaluationsBefore = parameters.itemDependentReads;
		const value = read(item);
		if (parameters.itemDependentReads === evaluationsBefore) common.set(parameters, { value });
		return value;
	};
}
