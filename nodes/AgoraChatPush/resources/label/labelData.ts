import type { IDataObject } from 'n8n-workflow';

import type { JobFailure } from '../../jobFailure';
import { isDataObject } from '../../json/dataObject';
import type { ServiceResponse } from '../../service/response';
import type { Service } from '../../service/service';
import { withIsoTime } from '../isoTime';
import { labelCall } from './labelCall';

/** The fields of a label. */
export const LABEL_COLUMNS = ['name', 'description', 'count', 'createdAt'];

/**
 * Reads one label. Source: Agora docs, 'Query the detailed information of a
 * push label'.
 *
 * @throws JobFailure when there is no such label.
 */
export async function getLabel(service: Service, name: string): Promise<IDataObject> {
	const response = await service.call({
		method: 'GET',
		...labelCall(name),
		ifRepeated: 'harmless',
	});
	return labelOf(response);
}

export function labelOf(response: ServiceResponse): IDataObject {
	return withIsoTime(response.data(isLabel, 'a label'), 'createdAt');
}

/**
 * The label that stands in the way of a new one.
 *
 * Agora publishes no status or words for a name that is taken, so a look decides.
 *
 * @throws JobFailure the failure given, when it had another reason.
 */
export async function existingLabel(
	service: Service,
	name: string,
	failure: JobFailure,
): Promise<IDataObject> {
	const mayBeTaken = [400, 403, 409].includes(failure.response.httpCode ?? 0);
	if (!mayBeTaken) throw failure;
	return await getLabel(service, name).catch(() => {
		throw failure;
	});
}

function isLabel(data: unknown): data is IDataObject {
	return isDataObject(data) && typeof data.name === 'string';
}
