import type { FastifyError, FastifyInstance } from 'fastify';
import {
	expireSchema,
	lastSchema,
	revokeSchema,
	seedSchema,
	settingsSchema,
	weatherRuleSchema,
} from './backdoorSchemas.mts';
import type { RateLimits } from './rates.mts';
import { applySeed, type Seed } from './seed.mts';
import type { Service } from './service.mts';
import type { SimulatorSettings } from './settings.mts';
import type { WeatherRule } from './weather.mts';

export const BACK_DOOR = '/_simulator';

/** A seed of some hundred thousand users. */
const SEED_BYTES = 128 * 1024 * 1024;

/** What may be changed over HTTP. */
export type ChangeableSettings = Omit<SimulatorSettings, 'port' | 'host' | 'now' | 'rateLimits'> & {
	rateLimits: Partial<RateLimits>;
};

interface LastQuery {
	Querystring: { last?: string };
}

/**
 * Routes with which one looks into the simulator and makes things happen. Wrong input answers
 * 400 with `{ "error": "…" }`, which names the field.
 */
export function addBackDoor(server: FastifyInstance, service: Service): void {
	const { settings, store, tokens } = service;

	server.addHook('onRequest', (_request, _reply, done) => {
		service.deliverDue();
		done();
	});
	server.removeAllContentTypeParsers();
	server.addContentTypeParser(
		'application/json',
		{ parseAs: 'string', bodyLimit: SEED_BYTES },
		server.getDefaultJsonParser('error', 'error'),
	);
	server.setErrorHandler<FastifyError>((error, _request, reply) =>
		reply.code(error.statusCode ?? 500).send({ error: explain(error) }),
	);
	server.setNotFoundHandler((request, reply) =>
		reply.code(404).send({ error: `The simulator has no ${request.method} ${request.url}.` }),
	);

	server.get('/health', () => ({
		status: 'ok',
		orgName: settings.orgName,
		appName: settings.appName,
		users: store.userCount,
		labels: store.labels.size,
		requests: service.requests.length,
		deliveries: service.deliveries.length,
	}));

	server.get<LastQuery>('/requests', { schema: { querystring: lastSchema } }, ({ query }) =>
		newest(service.requests, query.last),
	);

	server.get<LastQuery>('/deliveries', { schema: { querystring: lastSchema } }, ({ query }) =>
		newest(service.deliveries, query.last),
	);

	server.post<{ Body: Seed }>('/seed', { schema: { body: seedSchema } }, ({ body }, reply) => {
		applySeed(store, body);
		return reply.code(204).send();
	});

	server.get('/settings', () => settings);

	server.patch<{ Body: Partial<ChangeableSettings> }>(
		'/settings',
		{ schema: { body: settingsSchema } },
		({ body: { rateLimits, ...others } }) => {
			Object.assign(settings, others);
			Object.assign(settings.rateLimits, rateLimits);
			return settings;
		},
	);

	server.post<{ Body: WeatherRule }>(
		'/weather',
		{ schema: { body: weatherRuleSchema } },
		({ body }, reply) => {
			service.weather.add(body);
			return reply.code(204).send();
		},
	);

	server.delete('/weather', (_request, reply) => {
		service.weather.clear();
		return reply.code(204).send();
	});

	server.post<{ Body: { token?: string } }>(
		'/tokens/expire',
		{ schema: { body: expireSchema } },
		({ body: { token } }, reply) => {
			if (token === undefined) tokens.expireAllUsed();
			else tokens.expire(token);
			return reply.code(204).send();
		},
	);

	server.post<{ Body: { token: string } }>(
		'/tokens/revoke',
		{ schema: { body: revokeSchema } },
		({ body }, reply) => {
			tokens.revoke(body.token);
			return reply.code(204).send();
		},
	);

	server.post('/reset', (_request, reply) => {
		service.reset();
		return reply.code(204).send();
	});
}

function newest<Entry>(entries: readonly Entry[], last: string | undefined): readonly Entry[] {
	return last === undefined ? entries : entries.slice(-Number(last));
}

/** A schema's message, with the field or the allowed values that it leaves out. */
function explain({ message, validation = [] }: FastifyError): string {
	const [first] = validation;
	return first === undefined ? message : `${message} ${JSON.stringify(first.params)}`;
}
