import type { IDataObject } from 'n8n-workflow';

import type { ServiceFailure } from '../../calling/serviceFailure';

/** Whether anyone was reached is not known when the answer to a push was lost. */
export function failedPush(failure: ServiceFailure): IDataObject {
	return failure.isUncertain ? { pushStatus: 'UNCERTAIN' } : {};
}
