import type { Action } from '../action.mts';
import { uuidOf } from '../snowflake.mts';
import { notifierOf } from '../store.mts';
import type { WireObject } from '../wire.mts';

const CREATED_MS = 1_700_000_000_000;

interface Certificate {
	readonly provider: string;
	/** The service's own word for the vendor. */
	readonly serviceProvider: string;
	readonly settings?: WireObject;
}

const CERTIFICATES: readonly Certificate[] = [
	{
		provider: 'apns',
		serviceProvider: 'APNS',
		settings: { apnsPushSettings: { teamId: 'TEAM', keyId: 'KEY', sound: 'default' } },
	},
	{
		provider: 'fcm',
		serviceProvider: 'ANDROID',
		settings: {
			googlePushSettings: {
				pushType: 'BOTH',
				priority: 'high',
				projectId: 'simulator',
				version: 'v1',
				supportAPNs: false,
				sound: 'default',
			},
		},
	},
	{ provider: 'huawei', serviceProvider: 'HUAWEIPUSH' },
	{ provider: 'xiaomi', serviceProvider: 'XIAOMIPUSH' },
	{ provider: 'vivo', serviceProvider: 'VIVOPUSH' },
	{ provider: 'honor', serviceProvider: 'HONOR' },
	{ provider: 'oppo', serviceProvider: 'OPPOPUSH' },
	{ provider: 'meizu', serviceProvider: 'MEIZUPUSH' },
];

/**
 * The app's push certificates, one for each vendor. On no page; the command-line client
 * `ycj3/agora-chat-cli` reads it before it pushes.
 */
export const listNotifiers: Action = {
	method: 'GET',
	path: 'notifiers',
	takesBody: false,
	rates: ['notifierCallsPerSecond'],

	run({ uri }) {
		const entities = CERTIFICATES.map(renderCertificate);
		return { action: 'get', path: '/notifiers', uri, entities, count: entities.length };
	},
};

function renderCertificate(
	{ provider, serviceProvider, settings = {} }: Certificate,
	index: number,
): WireObject {
	return {
		uuid: uuidOf(BigInt(index + 1)),
		type: 'notifier',
		name: notifierOf(provider),
		created: CREATED_MS,
		modified: CREATED_MS,
		disabled: false,
		provider: serviceProvider,
		environment: 'PRODUCTION',
		...settings,
	};
}
