import type { NotFound, ServiceRequest } from '../../service/serviceRequest';

export const MISSING_LABEL: NotFound = {
	pattern: /label not exists?/i,
	message: 'The label does not exist',
	description:
		"Choose a label from the list, or create it first with the resource 'Label' and the operation 'Create'.",
};

/** The same for a label that is to go. */
export const NO_LABEL_TO_DELETE: NotFound = {
	...MISSING_LABEL,
	description: 'Choose a label from the list. If it was deleted before, nothing is left to do.',
};

/** What calls about labels and their members share; `segments` are the rest of the path. */
export function labelCall(
	...segments: string[]
): Pick<ServiceRequest, 'path' | 'rate' | 'notFound'> {
	return { path: ['push', 'label', ...segments], rate: 'push/label', notFound: MISSING_LABEL };
}
