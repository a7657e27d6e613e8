import type { IDataObject } from 'n8n-workflow';

import { CallFailure } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { describe } from '../../reading/describe';
import { readEntries } from '../../service/paging';
import type { ServiceResponse } from '../../service/response';
import type { Service } from '../../service/service';
import { isPathSegment, type ServiceRequest } from '../../service/serviceRequest';
import { withIsoTime } from '../isoTime';
import { labelCall } from './labelCall';

/** The fields of a label. */
export const LABEL_FIELDS = ['name', 'description', 'count', 'createdAt'];

/**
 * Reads one label. Source: Agora docs, 'Query the detailed information of a push label'.
 *
 * @throws CallFailure when there is no such label.
 */
export async function getLabel(service: Service, name: string): Promise<IDataObject> {
	return labelOf(await service.call({ method: 'GET', ...labelCall(name), ifRepeated: 'harmless' }));
}

/**
 * All labels of the app by their names, with the number of their members; `Infinity` where the service
 * does not tell it.
 *
 * @throws CallFailure when the list cannot be read to its end, or a name of it be used in calls.
 */
export async function memberCountsOfLabels(service: Service): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	const labels = await readEntries(service, { ...labelCall(), limit: Infinity });
	for (const { name, count } of labels) {
		if (typeof name !== 'string' || !isPathSegment(name)) throw unusableName(name);
		counts.set(name, typeof count === 'number' ? count : Infinity);
	}
	return counts;
}

function unusableName(name: unknown): CallFailure {
	return new CallFailure({
		message: `The service lists a label whose name no call can carry: ${describe(name)}`,
		description: 'Run the workflow again later.',
		isUncertain: false,
	});
}

/** Creates a label. Source: Agora docs, 'Create a push label'. */
export async function postLabel(
	service: Service,
	body: { name: string; description?: string },
	ifRepeated: ServiceRequest['ifRepeated'],
): Promise<IDataObject> {
	return labelOf(await service.call({ method: 'POST', ...labelCall(), body, ifRepeated }));
}

function labelOf(response: ServiceResponse): IDataObject {
	return withIsoTime(response.data(isLabel, 'a label'), 'createdAt');
}

/**
 * The label that stands in the way of a new one.
 *
 * Agora publishes no status or words for a name that is taken, so a look decides.
 *
 * @throws CallFailure the failure given, when it had another reason.
 */
export async function existingLabelOrThrow(
	service: Service,
	name: string,
	failure: CallFailure,
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
