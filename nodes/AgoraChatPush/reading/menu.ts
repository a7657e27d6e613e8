import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

export type MenuValue = INodePropertyOptions['value'];

/** A field that offers some values, and takes no other. */
export interface Menu<Value extends MenuValue> extends INodeProperties {
	options: Array<INodePropertyOptions & { value: Value }>;
	default: NoInfer<Value>;
}

/** Declares a menu, so that what is read from it has its values for a type. */
export function menu<const Value extends MenuValue>(field: Menu<Value>): Menu<Value> {
	return field;
}
