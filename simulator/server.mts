import Fastify, {
	type FastifyError,
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest,
	type HTTPMethods,
} from 'fastify';
import { ACTION_NAMES, actions } from './actions/index.mts';
import { addBackDoor, BACK_DOOR } from './backdoor.mts';
import { bodyTooLarge, illegalArgument, unknownPath } from './errors.mts';
import { exchange } from './exchange.mts';
import { methodNotAllowed } from './inferred.mts';
import { addPage } from './page/routes.mts';
import type { ServiceRequest } from './respond.mts';
import type { Service } from './service.mts';
import type { Outcome } from './weatherAnswers.mts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Longer than any label name or user ID, so that the service and not the router refuses those. */
const PARAMETER_LENGTH = 4096;

type Route = ServiceRequest['route'];

/** The HTTP server of the service, not listening yet. */
export function createServer(service: Service): FastifyInstance {
	const server = Fastify({
		exposeHeadRoutes: false,
		// Without it, closing would wait for the requests that the weather lets hang.
		forceCloseConnections: true,
		routerOptions: { maxParamLength: PARAMETER_LENGTH },
		// The back door refuses what it does not know, instead of mending it in silence.
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false, discriminator: true } },
		frameworkErrors: (_error, request, reply) => {
			void answer(illegalArgument, request, reply, service);
		},
	});
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		done(null, body);
	});
	for (const name of ACTION_NAMES) {
		const { method, path } = actions[name];
		addRoute(server, [method], path, name, service);
	}
	for (const path of new Set(Object.values(actions).map((action) => action.path))) {
		addRoute(server, otherMethods(path), path, methodNotAllowed, service);
	}
	server.setNotFoundHandler((request, reply) => answer(unknownPath, request, reply, service));
	server.setErrorHandler<FastifyError>((error, request, reply) => {
		if (error.statusCode !== 413) throw error;
		return answer(bodyTooLarge, request, reply, service);
	});
	addPage(server, service);
	server.register(
		(scope, _options, done) => {
			addBackDoor(scope, service);
			done();
		},
		{ prefix: BACK_DOOR },
	);
	return server;
}

function otherMethods(path: string): HTTPMethods[] {
	const own = Object.values(actions).filter((action) => action.path === path);
	return METHODS.filter((method) => !own.some((action) => action.method === method));
}

function addRoute(
	server: FastifyInstance,
	method: HTTPMethods[],
	path: string,
	route: Route,
	service: Service,
): void {
	server.route({
		method,
		url: `/:org/:app/${path}`,
		handler: (request, reply) => answer(route, request, reply, service),
	});
}

async function answer(
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
	service: Service,
): Promise<FastifyReply> {
	const outcome = await exchange(readRequest(route, request, service), service);
	return send(outcome, request, reply);
}

function send(outcome: Outcome, request: FastifyRequest, reply: FastifyReply): FastifyReply {
	if (outcome === 'hang') return reply.hijack();
	if (outcome === 'reset') {
		const hijacked = reply.hijack();
		request.raw.socket.resetAndDestroy();
		return hijacked;
	}
	return reply.code(outcome.status).headers(outcome.headers).send(outcome.body);
}

function readRequest(route: Route, request: FastifyRequest, service: Service): ServiceRequest {
	const [pathname = '', search = ''] = request.url.split('?', 2);
	const path = decodePath(pathname);
	const [, orgName = '', appName = ''] = path.split('/');
	const { authorization, ...headers } = request.headers;
	return {
		route,
		orgName,
		appName,
		method: request.method,
		rawPath: request.url,
		path,
		parameters: textEntries(request.params),
		query: Object.fromEntries(new URLSearchParams(search)),
		headers,
		authorization,
		contentType: headers['content-type'],
		bodyText: typeof request.body === 'string' ? request.body : undefined,
		receivedAtMs: service.settings.now(),
	};
}

function textEntries(parameters: unknown): Record<string, string> {
	const entries = Object.entries(parameters ?? {});
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function decodePath(pathname: string): string {
	try {
		return decodeURIComponent(pathname);
	} catch {
		return pathname;
	}
}
