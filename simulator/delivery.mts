import { RETAINED, UNKNOWN_USER, USER_OFFLINE } from './inferred.mts';
import type { PushMessage } from './message.mts';
import type { JsonObject } from './parse.mts';
import type { User } from './store.mts';

export type Strategy = 0 | 1 | 2 | 3 | 4;

/** What became of a push to one device of one user. */
export interface Delivery {
	readonly userId: string;
	readonly reached: boolean;
	/** Why the user was not reached. */
	readonly reason?: string;
	/** `apns`, `fcm`, … or `agora`; null when no provider was asked. */
	readonly provider: string | null;
	/** The place of the device among those of the user; left out when he has none for the channel. */
	readonly deviceIndex?: number;
	readonly strategy: Strategy;
	/** The message as the provider delivers it, its own fields laid over the basic ones. */
	readonly message: JsonObject;
	/** The task behind the push, in decimal digits. */
	readonly taskId?: string;
	readonly at: number;
}

export interface Push {
	readonly strategy: Strategy;
	readonly message: PushMessage;
	readonly taskId?: string;
	readonly at: number;
}

type Channel = 'vendor' | 'own';

interface Route {
	/** The channels in the order in which they are tried until one reaches the user. */
	readonly channels: readonly Channel[];
	/** Whether Agora keeps the push for a user who is offline. */
	readonly retains: boolean;
}

/** Agora docs, "Push notification management", `strategy`. */
const ROUTES: Readonly<Record<Strategy, Route>> = {
	0: { channels: ['vendor', 'own'], retains: true },
	1: { channels: ['own'], retains: true },
	2: { channels: ['vendor'], retains: false },
	3: { channels: ['own', 'vendor'], retains: true },
	4: { channels: ['own'], retains: false },
};

export const OWN_PROVIDER = 'agora';
/** The device is not bound to a push token or certificate. */
export const NO_PUSH_BINDING = 'no push binding';

export function isStrategy(value: unknown): value is Strategy {
	return typeof value === 'number' && Object.keys(ROUTES).includes(String(value));
}

interface Attempt {
	readonly provider: string | null;
	readonly failure?: string;
	readonly deviceIndex?: number;
}

/** Sends a push to a user; gives one delivery for each device that was tried. */
export function deliver(userId: string, user: User | undefined, push: Push): Delivery[] {
	const { strategy, message, taskId, at } = push;
	return attempts(user, ROUTES[strategy]).map(({ provider, failure, deviceIndex }) => ({
		userId,
		reached: failure === undefined,
		...(failure !== undefined && { reason: failure }),
		provider,
		...(deviceIndex !== undefined && { deviceIndex }),
		strategy,
		message: message.asDeliveredBy(provider),
		...(taskId !== undefined && { taskId }),
		at,
	}));
}

function attempts(user: User | undefined, route: Route): Attempt[] {
	if (user === undefined) return [{ provider: null, failure: UNKNOWN_USER }];
	let tried: Attempt[] = [];
	for (const channel of route.channels) {
		const outcomes = tryChannel(user, channel, route);
		if (outcomes.some((outcome) => outcome.failure === undefined)) return outcomes;
		tried = [...tried, ...outcomes];
	}
	return tried;
}

function tryChannel({ devices }: User, channel: Channel, { retains }: Route): Attempt[] {
	const own = channel === 'own';
	const reachable = devices.flatMap(({ provider, failure }, deviceIndex) =>
		(provider === OWN_PROVIDER) === own
			? [{ provider, deviceIndex, ...(failure !== undefined && { failure }) }]
			: [],
	);
	if (reachable.length > 0) return reachable;
	return own
		? [{ provider: OWN_PROVIDER, failure: retains ? RETAINED : USER_OFFLINE }]
		: [{ provider: null, failure: NO_PUSH_BINDING }];
}
