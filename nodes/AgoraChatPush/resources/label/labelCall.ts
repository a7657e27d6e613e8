import type { MissingThing, ServiceRequest } from '../../service/serviceRequest';

export const MISSING_LABEL: MissingThing = {
	words: /label not exists?/i,
	message: 'The label does not exist',
	description:
		"Choose a label from the list, or create it first with the resource 'Label' and the operation 'Create'.",
};

/** What calls about labels and their members share; `segments` are the rest of the path. */
export function labelCall(
	...segments: string[]
): Pick<ServiceRequest, 'path' | 'rate' | 'missing'> {
	return { path: ['push', 'label', ...segments], rate: 'push/label', missing: MISSING_LABEL };
}
