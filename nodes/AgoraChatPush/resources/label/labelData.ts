import type { IDataObject } from 'n8n-workflow';

import type { ServiceAnswer } from '../../calling/answer';
import type { Service } from '../../calling/service';
import type { ServiceFailure } from '../../calling/serviceFailure';
import type { CallSettings } from '../../calling/serviceRequest';
import { isDataObject } from '../../json/dataObject';
import { withIsoTime } from '../isoTime';
import { labelCall } from './labelCall';

/** The fields of a label. */
export const LABEL_COLUMNS = ['name', 'description', 'count', 'createdAt'];

/**
 * Reads one label. Source: Agora docs, 'Query the detailed information of a
 * push label'.
 *
 * @throws ServiceFailure when there is no such label.
 */
export async function getLabel(
	service: Service,
	name: string,
	settings: CallSettings,
): Promise<IDataObject> {
	const answer = await service.call({
		method: 'GET',
		...labelCall(name),
		settings,
		ifRepeated: 'harmless',
	});
	return labelOf(answer);
}

export function labelOf(answer: ServiceAnswer): IDataObject {
	return withIsoTime(answer.data(isLabel, 'a label'), 'createdAt');
}

/**
 * The label that stands in the way of a new one.
 *
 * Agora publishes no status or words for a name that is taken, so a look decides.
 *
 * @throws ServiceFailure the failure given, when it had another reason.
 */
export async function existingLabel(
	service: Service,
	name: string,
	settings: CallSettings,
	failure: ServiceFailure,
): Promise<IDataObject> {
	const mayBeTaken = [400, 403, 409].includes(failure.answer.httpCode ?? 0);
	if (!mayBeTaken) throw failure;
	return await getLabel(service, name, settings).catch(() => {
		throw failure;
	});
}

function isLabel(data: unknown): data is IDataObject {
	return isDataObject(data) && typeof data.name === 'string';
}
