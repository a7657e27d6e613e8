import { jest } from '@jest/globals';

import { isObject } from '../../tools/lib/json.mts';

/** Agora's own reader of tokens, in the npm package `agora-token`, which has no types for it. */
interface AgoraReader {
	from_string(token: string): boolean;
	verifySignature(appCertificate: string): boolean;
	build(): string;
	add_service(service: object): void;
	services: unknown[];
	appId: unknown;
	issueTs: unknown;
	expire: unknown;
	salt: unknown;
}

interface AgoraChatService {
	add_privilege(privilege: number, lifeSeconds: number): void;
}

interface AgoraClasses {
	AccessToken2: new (
		appId?: string,
		appCertificate?: string,
		issuedAtSeconds?: number,
		lifeSeconds?: number,
	) => AgoraReader;
	ServiceChat: new () => AgoraChatService;
}

const PRIVILEGE_APP = 2;

export interface TokenParts {
	appId: string;
	appCertificate: string;
	issuedAtSeconds: number;
	lifeSeconds: number;
	salt: number;
}

/** What Agora's reader finds in a token; undefined when it cannot read it. */
export function readByAgora(token: string, appCertificate: string) {
	const reader = new (agoraClasses().AccessToken2)();
	if (!reader.from_string(token)) return undefined;
	return {
		appId: String(reader.appId),
		issuedAtSeconds: reader.issueTs,
		lifeSeconds: reader.expire,
		salt: reader.salt,
		services: reader.services.map(asPlainService),
		isSigned: reader.verifySignature(appCertificate),
	};
}

/** The app token that Agora's own builder makes of the same parts. */
export function buildByAgora(parts: TokenParts): string {
	const { AccessToken2, ServiceChat } = agoraClasses();
	const { appId, appCertificate, issuedAtSeconds, lifeSeconds, salt } = parts;
	const builder = new AccessToken2(appId, appCertificate, issuedAtSeconds, lifeSeconds);
	builder.salt = salt;
	const service = new ServiceChat();
	service.add_privilege(PRIVILEGE_APP, lifeSeconds);
	builder.add_service(service);
	return builder.build();
}

function agoraClasses(): AgoraClasses {
	const classes: unknown = jest.requireActual('agora-token/src/AccessToken2');
	if (!isAgoraClasses(classes)) throw new Error("'agora-token' has another shape now.");
	return classes;
}

function isAgoraClasses(value: unknown): value is AgoraClasses {
	return (
		isObject(value) &&
		typeof value.AccessToken2 === 'function' &&
		typeof value.ServiceChat === 'function'
	);
}

function asPlainService(service: unknown) {
	if (!isObject(service)) throw new Error("'agora-token' read a service of another shape.");
	return {
		type: service.__type,
		privileges: service.__privileges,
		userId: String(service.__user_id),
	};
}
