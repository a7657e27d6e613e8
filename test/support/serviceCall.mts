import type {
	CallContext,
	CallSettings,
} from '../../nodes/AgoraChatPush/calling/serviceRequest.ts';

export const TOKEN = '007eJxTYFBUP3PF9ocvp9ChQ4cOHT6';

/** Nothing is repeated. */
export const SETTINGS: CallSettings = { timeoutMs: 1234, maxRetries: 0, maxRetryWaitMs: 0 };

/** A call whose failure has to be explained: to the app `acme/shop`, with `TOKEN`. */
export function aCall(overrides: Partial<CallContext> = {}): CallContext {
	return {
		credential: {
			origin: 'https://a41.chat.agora.io',
			orgName: 'acme',
			appName: 'shop',
			authentication: 'appToken',
			token: () => TOKEN,
		},
		ifRepeated: 'harmless',
		settings: SETTINGS,
		...overrides,
	};
}
