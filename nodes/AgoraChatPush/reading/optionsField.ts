import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

export type MenuValue = INodePropertyOptions['value'];

/** A field with a fixed list of values. */
export interface OptionsField<Value extends MenuValue> extends INodeProperties {
	options: Array<INodePropertyOptions & { value: Value }>;
	default: NoInfer<Value>;
}

/** Declares a menu, so that a value read from it has the type of its options. */
export function optionsField<const Value extends MenuValue>(
	field: OptionsField<Value>,
): OptionsField<Value> {
	return field;
}
