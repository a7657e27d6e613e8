import type { SimulatorSettings } from './settings.mts';
import { stringifyWire } from './wire.mts';

interface ErrorParts {
	status: number;
	error?: string;
	exception?: string;
	description?: string;
}

/** An error that the service documents; it renders itself as the service would send it. */
export class ServiceError extends Error {
	readonly status: number;
	private readonly error: string | undefined;
	private readonly exception: string | undefined;
	private readonly description: string | undefined;

	constructor({ status, error, exception, description }: ErrorParts) {
		super(description ?? error ?? `HTTP status ${status}`);
		this.status = status;
		this.error = error;
		this.exception = exception;
		this.description = description;
	}

	/** The body of the answer; parts that the service leaves out are left out. */
	render(settings: SimulatorSettings, durationMs: number): string {
		return stringifyWire({
			error: this.error,
			exception: this.exception,
			timestamp: settings.now(),
			duration: durationMs,
			error_description: this.description,
		});
	}
}

/** Agora docs, "HTTP status codes". */
export function illegalArgument(description = 'This is an invalid request.'): ServiceError {
	return new ServiceError({
		status: 400,
		error: 'illegal_argument',
		exception: 'IllegalArgumentException',
		description,
	});
}

/** Easemob docs, "Push error codes": MessageException, bad_request, for any bad pushMessage. */
export function badMessage(): ServiceError {
	return new ServiceError({
		status: 400,
		error: 'bad_request',
		exception: 'MessageException',
		description: 'bad_request',
	});
}

/** Easemob docs, "Push error codes": ResourceNotFoundException. */
export function labelNotFound(settings: SimulatorSettings, name: string): ServiceError {
	return new ServiceError({
		status: settings.unknownLabelStatus,
		error: 'resource_not_found',
		exception: 'ResourceNotFoundException',
		description: `push label not exists of ${name}`,
	});
}

/** Easemob docs, "Push error codes": LimitException, for counts such as labels or running tasks. */
export function limitExceeded(): ServiceError {
	return new ServiceError({
		status: 403,
		error: 'limit',
		exception: 'LimitException',
		description: 'limit request',
	});
}

/** Agora docs, "HTTP status codes": the call frequency. */
export function rateExceeded(): ServiceError {
	return new ServiceError({
		status: 429,
		error: 'reach_limit',
		description: 'This request has reached API limit.',
	});
}

/** Agora docs, "HTTP status codes": wrong org_name or app_name. The gateway grew from Usergrid. */
export function applicationNotFound(orgName: string, appName: string, path: string): ServiceError {
	return new ServiceError({
		status: 404,
		error: 'organization_application_not_found',
		exception: 'org.usergrid.rest.exceptions.OrganizationApplicationNotFoundException',
		description: `Could not find application for ${orgName}/${appName} from URI: ${path}`,
	});
}

/** Easemob docs, "Push error codes": an unknown path of the push service, without an error type. */
export function unknownPath(): ServiceError {
	return new ServiceError({ status: 404, description: 'url is invalid' });
}

/** Agora docs, "HTTP status codes". */
export function unsupportedMediaType(): ServiceError {
	return new ServiceError({
		status: 415,
		error: 'web_application',
		description: 'Unsupported Media Type.',
	});
}

/** Agora docs, "HTTP status codes". */
export function bodyTooLarge(): ServiceError {
	return new ServiceError({ status: 413, error: 'Request Entity Too Large' });
}

function unauthorized(error: string, description: string): ServiceError {
	const exception = 'EasemobSecurityException';
	return new ServiceError({ status: 401, error, exception, description });
}

/** No token, or one past its life. */
export function staleToken(): ServiceError {
	return unauthorized('unauthorized', 'Unable to authenticate due to expired access token');
}

/** A token that cannot be read. */
export function corruptToken(): ServiceError {
	return unauthorized(
		'auth_bad_access_token',
		'Unable to authenticate due to corrupt access token',
	);
}

/** A readable token that this service has not issued. */
export function foreignToken(): ServiceError {
	return unauthorized('auth_bad_access_token', 'Unable to authenticate');
}

/** Agora docs, "HTTP status codes": a user service is asked about a user who does not exist. */
export function userNotFound(): ServiceError {
	return new ServiceError({
		status: 404,
		error: 'service_resource_not_found',
		description: 'Service resource not found.',
	});
}

/**
 * Easemob docs, "Push error codes", per-user settings: the user does not exist. The error follows the
 * rule of the other services.
 */
export function userHasNoName(): ServiceError {
	return new ServiceError({
		status: 400,
		error: 'required_property_not_found',
		exception: 'RequiredPropertyNotFoundException',
		description: 'Entity user requires a property named username',
	});
}

/** Easemob docs, "Push error codes", per-user settings. */
export function parameterInvalid(name: string): ServiceError {
	return illegalArgument(`parameters is invalid : ${name}`);
}
