import type { IfRepeated } from './serviceRequest';

const AFTER_A_LOST_ANSWER: Record<IfRepeated, string> = {
	harmless: 'Run it again: repeating this call does no harm.',
	pushesAgain:
		'Its recipients may have been reached, so it was not sent again. Check before you repeat it.',
	createsAgain:
		'The label may have been created all the same. Look at the list of labels before you repeat it.',
};

/** What to do when it is not known whether the service acted on a call. */
export function whatIsKnown({ ifRepeated }: { ifRepeated: IfRepeated }): string {
	return AFTER_A_LOST_ANSWER[ifRepeated];
}
