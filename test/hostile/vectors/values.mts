import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A parameter of a push to anna, and what must become of it. */
export interface ValueVector {
	name: string;
	parameters: INodeParameters;
	row?: IDataObject;
	timezone?: string;
	/** Words of the refusal, or what arrives besides the usual title and content, and a hint of it. */
	gives: RegExp | { targets?: string[]; message?: object; hint?: RegExp };
}

/** A vector for one field of a collection; its value is in the row where it is no text. */
export function inField(
	collection: string,
	field: string,
	[name, value, gives, timezone]: [string, unknown, ValueVector['gives'], string?],
): ValueVector {
	const isWritten = typeof value === 'string' && !value.startsWith('={{');
	return {
		name: `${field}: ${name}`,
		parameters: {
			[collection]: { [field]: isWritten ? '={{ $json.value }}' : String(value) },
		},
		row: isWritten ? { value } : {},
		timezone,
		gives,
	};
}
