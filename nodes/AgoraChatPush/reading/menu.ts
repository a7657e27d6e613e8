import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

export type MenuValue = INodePropertyOptions['value'];

/** A field with a fixed list of values. */
export interface Menu<Value extends MenuValue> extends INodeProperties {
	options: Array<INodePropertyOptions & { value: Value }>;
	default: NoInfer<Value>;
}

/** Declares a menu, so that a value read from it has the type of its options. */
export function menu<const Value extends MenuValue>(field: Menu<Value>): Menu<Value> {
	return field;
}
