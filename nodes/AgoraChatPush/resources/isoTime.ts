import type { IDataObject } from 'n8n-workflow';

/**
 * An entry of the service's with a time as ISO 8601 text in UTC, as n8n writes its own.
 *
 * @param name of the field that holds the time in Unix milliseconds; left as it is when it does not.
 */
export function withIsoTime(entry: IDataObject, name: 'created' | 'createdAt'): IDataObject {
	const milliseconds = entry[name];
	const time = new Date(typeof milliseconds === 'number' ? milliseconds : Number.NaN);
	return Number.isNaN(time.getTime()) ? entry : { ...entry, [name]: time.toISOString() };
}
