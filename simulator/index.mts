import type { Delivery } from './delivery.mts';
import type { LabelChange, PushTask, SimulatorEvents } from './events.mts';
import type { RecordedRequest } from './requests.mts';
import { applySeed, type Seed } from './seed.mts';
import { createServer } from './server.mts';
import { Service } from './service.mts';
import type { SimulatorSettings } from './settings.mts';
import type { WeatherRule } from './weather.mts';

export type { ActionName } from './actions/index.mts';
export type { Delivery, Strategy } from './delivery.mts';
export type { LabelChange, PushTask, SimulatorEvents } from './events.mts';
export type { RateLimits } from './rates.mts';
export type { RecordedRequest } from './requests.mts';
export type { Seed, SeedLabel, SeedUser } from './seed.mts';
export type { SimulatorSettings } from './settings.mts';
export type { Device } from './store.mts';
export type { TokenKind } from './tokens.mts';
export { USER_ID_CASES, type UserIdCase } from './userIdCase.mts';
export type { Weather, WeatherRule } from './weather.mts';

/** The values of the node's credential, for either way to authenticate. */
export interface SimulatorCredentials {
	readonly host: string;
	readonly orgName: string;
	readonly appName: string;
	readonly appToken: string;
	readonly appId: string;
	readonly appCertificate: string;
}

/** A running simulator. */
export interface Simulator {
	/** `http://127.0.0.1:PORT`, without a slash at its end. */
	readonly url: string;
	/** What the credential's Host field takes. */
	readonly host: string;
	/** May be changed at any time; `reset` undoes it. */
	readonly settings: SimulatorSettings;
	readonly credentials: SimulatorCredentials;
	/** In the order of arrival. */
	readonly requests: readonly RecordedRequest[];
	readonly deliveries: readonly Delivery[];
	readonly tasks: readonly PushTask[];
	/** What changed in labels, by requests and by the weather. */
	readonly labelChanges: readonly LabelChange[];
	/** In the order of creation. */
	readonly labelNames: readonly string[];
	readonly weather: { add(rule: WeatherRule): void; clear(): void };
	readonly tokens: {
		/** Lets a token die of age. */
		expire(token: string): void;
		/** Lets every token die of age that was honoured so far. */
		expireAllUsed(): void;
		/** Withdraws a token, as if it had not been issued here. */
		revoke(token: string): void;
		/** Authorization headers as they came, in the order of arrival. */
		readonly sent: readonly string[];
	};
	seed(data: Seed): void;
	/** Users, labels and settings back to those given at start; records, weather and tokens are gone. */
	reset(): void;
	/** User IDs in the order in which they were added; empty when there is no such label. */
	labelMembers(name: string): string[];
	/**
	 * The next event that matches; what happened before the call does not count. Rejects after
	 * `timeoutMs` (5000 when left out) and when the simulator closes.
	 */
	waitFor<E extends keyof SimulatorEvents>(
		event: E,
		matches?: (value: SimulatorEvents[E]) => boolean,
		timeoutMs?: number,
	): Promise<SimulatorEvents[E]>;
	/** Stops listening and ends every connection, hanging ones too. */
	close(): Promise<void>;
}

/**
 * Starts a simulator; rejects when its port is taken.
 *
 * @param startState users and labels that are there from the start, and again after a reset
 */
export async function startSimulator(
	given: Partial<SimulatorSettings> = {},
	startState: Seed = {},
): Promise<Simulator> {
	const service = new Service(given, startState);
	const { settings, store, events } = service;
	const server = createServer(service);
	const url = await server.listen({ port: settings.port, host: settings.host });

	return {
		url,
		host: url,
		settings,
		get credentials() {
			return credentialsOf(settings, url);
		},
		requests: service.requests,
		get deliveries() {
			service.deliverDue();
			return service.deliveries;
		},
		tasks: service.tasks,
		labelChanges: service.labelChanges,
		get labelNames() {
			return [...store.labels.keys()];
		},
		weather: service.weather,
		tokens: service.tokens,
		seed: (data) => {
			applySeed(store, data);
		},
		reset: () => {
			service.reset();
		},
		labelMembers: (name) => store.findLabel(name)?.members.usernames() ?? [],
		waitFor: (event, matches, timeoutMs) => events.waitFor(event, matches, timeoutMs),
		close: async () => {
			events.close();
			await server.close();
		},
	};
}

function credentialsOf(settings: SimulatorSettings, host: string): SimulatorCredentials {
	const { orgName, appName, staticTokens, appId, appCertificate } = settings;
	return { host, orgName, appName, appToken: staticTokens[0] ?? '', appId, appCertificate };
}
