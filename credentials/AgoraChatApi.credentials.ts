import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { UserError } from '../nodes/AgoraChatPush/userError';
import { readCredential } from './credential';
import { parseUrl } from './serviceAddress';

/** Shown for tokens made from it, or for the address: `displayOptions` cannot say 'or' across fields. */
const appId: INodeProperties = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 970ca35de60c44645bbae8a215061b33',
	description: 'The 32 characters that the Agora console shows for the project',
};

export class AgoraChatApi implements ICredentialType {
	name = 'agoraChatApi';

	displayName = 'Agora Chat API';

	icon = {
		light: 'file:../nodes/AgoraChatPush/agoraChatPush.svg',
		dark: 'file:../nodes/AgoraChatPush/agoraChatPush.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/agora-chat-push/n8n-nodes-agora-chat-push#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'App ID and Certificate',
					value: 'appCertificate',
					description: 'The node makes its own tokens, so scheduled workflows keep running',
				},
				{
					name: 'App Token',
					value: 'appToken',
					description: 'A token from the Agora console, which is valid for 24 hours at most',
				},
			],
			default: 'appCertificate',
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. a41.chat.agora.io',
			description: "The 'REST API' host on the Chat page of the Agora console",
		},
		{
			displayName: 'App Address',
			name: 'addressing',
			type: 'options',
			options: [
				{
					name: 'App ID',
					value: 'appId',
					description: "As in the newest pages of Agora's documentation",
				},
				{
					name: 'Organization and App Name',
					value: 'orgApp',
					description:
						'The two parts of the AppKey; Agora calls it deprecated, and it goes on working',
				},
			],
			default: 'orgApp',
			description: 'What tells the service which app a call is for',
		},
		{
			displayName: 'Org Name',
			name: 'orgName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 41434878',
			description: "The part of the AppKey before the '#'",
			displayOptions: { show: { addressing: ['orgApp'] } },
		},
		{
			displayName: 'App Name',
			name: 'appName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 504205',
			description: "The part of the AppKey after the '#'",
			displayOptions: { show: { addressing: ['orgApp'] } },
		},
		{ ...appId, displayOptions: { show: { authentication: ['appCertificate'] } } },
		{
			...appId,
			displayOptions: { show: { authentication: ['appToken'], addressing: ['appId'] } },
		},
		{
			displayName: 'App Certificate',
			name: 'appCertificate',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The primary certificate of the project. It never leaves n8n.',
			displayOptions: { show: { authentication: ['appCertificate'] } },
		},
		{
			displayName: 'App Token',
			name: 'appToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'An app token (not a user token) from the Agora console',
			displayOptions: { show: { authentication: ['appToken'] } },
		},
	];

	/** @throws UserError when the credential is malformed or the request goes to another host. */
	async authenticate(
		data: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const credential = readCredential(data);
		rejectOtherHost(options, credential.origin);
		const authenticated = {
			...options,
			headers: { ...options.headers, Authorization: `Bearer ${credential.token(Date.now())}` },
			...NO_REDIRECTS,
		};
		return authenticated;
	}
}

/** As n8n's HTTP helpers name it today, and as its HTTP Request node still does. */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	maxRedirects: 0,
	followRedirect: false,
	followAllRedirects: false,
	sendCredentialsOnCrossOriginRedirect: false,
};

/** @throws UserError when the request would take the token anywhere but to the credential's origin. */
function rejectOtherHost(options: IHttpRequestOptions, origin: string): void {
	const elsewhere = requestedUrls(options)
		.map((url) => originOf(url, options.baseURL) ?? 'no valid address')
		.find((requested) => requested !== origin);
	if (elsewhere === undefined) return;
	throw new UserError(`This credential is for ${origin}, but the request goes to ${elsewhere}`, {
		description:
			"The token was not sent. Use the credential's own host in the URL, or another credential.",
	});
}

/** Undefined for anything but text, which could change between this check and the call. */
function originOf(url: unknown, base: string | undefined): string | undefined {
	return typeof url === 'string' ? parseUrl(url, base)?.origin : undefined;
}

/** n8n's HTTP Request node still hands over the older shape of options, with `uri` for `url`. */
function requestedUrls(options: IHttpRequestOptions): unknown[] {
	const { url, uri }: { url?: unknown; uri?: unknown } = options;
	const urls = [url, uri].filter((address) => address !== undefined);
	return urls.length === 0 ? [''] : urls;
}
