import type { NotFound, ServiceRequest } from '../../service/serviceRequest';

export const MISSING_LABEL: NotFound = {
	pattern: /label not exists?/i,
	message: 'The label does not exist',
	description:
		"Choose a label from the list, or create it first with the resource 'Label' and the operation 'Create'.",
};

/** What calls about labels and their members share; `segments` are the rest of the path. */
export function labelCall(
	...segments: string[]
): Pick<ServiceRequest, 'path' | 'rate' | 'notFound'> {
	return { path: ['push', 'label', ...segments], rate: 'push/label', notFound: MISSING_LABEL };
}
