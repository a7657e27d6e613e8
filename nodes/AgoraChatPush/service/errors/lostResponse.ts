import type { IfRepeated } from '../serviceRequest';

const ADVICE = {
	harmless: 'Run the workflow again: repeating this call does no harm.',
	pushesAgain:
		'Its recipients may have been reached, so it was not sent again. Find out who got it before you send it again.',
};

/** What a user should do when it is not known whether the service acted on a call. */
export function lostResponseAdvice({ ifRepeated }: { ifRepeated: IfRepeated }): string {
	return typeof ifRepeated === 'object' ? ifRepeated.createsAgain : ADVICE[ifRepeated];
}
