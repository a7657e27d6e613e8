import type { InputItem } from './inputItem';
import type { Parameters } from './parameters';

/**
 * Wraps a function that reads an item, so that all items of a run share one result, made once, when
 * no expression takes part in it. Thousands of items then hold one message instead of a copy each.
 */
export function sharedByItems<Value>(read: (item: InputItem) => Value): (item: InputItem) => Value {
	const common = new WeakMap<Parameters, { value: Value }>();
	return (item) => {
		const { parameters } = item;
		const known = common.get(parameters);
		if (known !== undefined) return known.value;

		const readsBefore = parameters.itemDependentReads;
		const value = read(item);
		if (parameters.itemDependentReads === readsBefore) common.set(parameters, { value });
		return value;
	};
}
