import { MISSING_LABEL } from '../../nodes/AgoraChatPush/resources/label/labelCall.ts';
import type {
	CallContext,
	CallSettings,
	IfRepeated,
} from '../../nodes/AgoraChatPush/service/serviceRequest.ts';

export const TOKEN = '007eJxTYFBUP3PF9ocvp9ChQ4cOHT6';

/** Nothing is repeated. */
export const SETTINGS: CallSettings = { timeoutMs: 1234, maxRetries: 0, maxRetryWaitMs: 0 };

export const CREATES_AGAIN: IfRepeated = { createsAgain: 'It may be there all the same.' };

/** A call about a label whose failure has to be explained: to the app `acme/shop`, with `TOKEN`. */
export function aCall(overrides: Partial<CallContext> = {}): CallContext {
	return {
		credential: {
			origin: 'https://a41.chat.agora.io',
			appPath: ['acme', 'shop'],
			addressing: 'orgApp',
			authentication: 'appToken',
			token: () => TOKEN,
		},
		ifRepeated: 'harmless',
		settings: SETTINGS,
		notFound: MISSING_LABEL,
		...overrides,
	};
}
