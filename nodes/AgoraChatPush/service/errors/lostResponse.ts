import type { IfRepeated } from '../serviceRequest';

const AFTER_A_LOST_ANSWER = {
	harmless: 'Run it again: repeating this call does no harm.',
	pushesAgain:
		'Its recipients may have been reached, so it was not sent again. Check before you repeat it.',
};

/** What to do when it is not known whether the service acted on a call. */
export function whatIsKnown({ ifRepeated }: { ifRepeated: IfRepeated }): string {
	return typeof ifRepeated === 'object' ? ifRepeated.createsAgain : AFTER_A_LOST_ANSWER[ifRepeated];
}
