import { NO_DESCRIPTION } from './inferred.mts';
import { MemberList } from './members.mts';
import type { SimulatorSettings } from './settings.mts';
import { SnowflakeSource } from './snowflake.mts';
import { userKey } from './userIdCase.mts';

/** A way to reach a user: a vendor's push service, or `agora` for an app that is online. */
export interface Device {
	/** `apns`, `fcm`, any other vendor's key in `pushMessage`, or `agora`. */
	readonly provider: string;
	/** What the provider answers when it refuses every push to this device. */
	readonly failure?: string;
	/** As a binding names them; derived from the user and the provider when left out. */
	readonly deviceId?: string;
	readonly deviceToken?: string;
	readonly notifierName?: string;
}

export interface DeviceIdentity {
	readonly deviceId: string;
	readonly deviceToken: string;
	readonly notifierName: string;
}

export interface User {
	readonly id: string;
	readonly devices: readonly Device[];
	readonly createdAt: number;
}

export interface Label {
	readonly name: string;
	readonly description: string;
	readonly createdAt: number;
	readonly rowId: bigint;
	readonly members: MemberList;
}

export const DEFAULT_DEVICES: readonly Device[] = [{ provider: 'fcm' }];

const NOTIFIER_PREFIX = 'simulator-';

/** The name of the push certificate for a vendor. */
export function notifierOf(provider: string): string {
	return NOTIFIER_PREFIX + provider;
}

/** The vendor behind a push certificate; `fcm` for one that the simulator has not named. */
export function vendorOf(notifierName: string): string {
	return notifierName.startsWith(NOTIFIER_PREFIX)
		? notifierName.slice(NOTIFIER_PREFIX.length)
		: 'fcm';
}

/** How a binding names a user's device, whose place among his devices is `index`. */
export function deviceIdentity(
	{ id }: Pick<User, 'id'>,
	device: Device,
	index: number,
): DeviceIdentity {
	const { provider, deviceId = `${id}-${provider}-${index}` } = device;
	const { deviceToken = `token-of-${deviceId}`, notifierName = notifierOf(provider) } = device;
	return { deviceId, deviceToken, notifierName };
}

/** The app's users and labels. It keeps no limits: the actions do. */
export class Store {
	private readonly usersByKey = new Map<string, User>();
	readonly labels = new Map<string, Label>();
	readonly ids: SnowflakeSource;
	private readonly settings: SimulatorSettings;

	constructor(settings: SimulatorSettings) {
		this.settings = settings;
		this.ids = new SnowflakeSource(() => settings.now());
	}

	get users(): readonly User[] {
		return [...this.usersByKey.values()];
	}

	get userCount(): number {
		return this.usersByKey.size;
	}

	/** The user whom the ID names, if he exists or `createUnknownUsers` lets him. */
	findUser(id: string): User | undefined {
		const user = this.registeredUser(id);
		const mayExist = this.settings.createUnknownUsers && this.keyOf(id) !== undefined;
		if (user !== undefined || !mayExist) return user;
		return this.putUser({ id, devices: DEFAULT_DEVICES });
	}

	registeredUser(id: string): User | undefined {
		return this.usersByKey.get(this.keyOf(id) ?? '');
	}

	/** The ID in the spelling in which its user is registered, if he is. */
	registeredId(id: string): string {
		return this.registeredUser(id)?.id ?? id;
	}

	/** A user who is registered already keeps his first spelling. */
	putUser({ id, devices }: Pick<User, 'id' | 'devices'>): User {
		const { id: known = id, createdAt = this.settings.now() } = this.registeredUser(id) ?? {};
		const user = { id: known, devices, createdAt };
		this.usersByKey.set(this.keyOf(id) ?? id, user);
		return user;
	}

	deleteUser(id: string): void {
		this.usersByKey.delete(this.keyOf(id) ?? id);
	}

	/** How an answer spells the ID of a user whom a call names. */
	answeredId(sent: string): string {
		return this.settings.userIdCase === 'foldToRegistered' ? this.registeredId(sent) : sent;
	}

	/** The label of that name, by the case rule of the settings. */
	findLabel(name: string): Label | undefined {
		const label = this.labels.get(name);
		if (label !== undefined || this.settings.labelCaseSensitive) return label;
		const folded = name.toLowerCase();
		return [...this.labels.values()].find((other) => other.name.toLowerCase() === folded);
	}

	createLabel(name: string, description = NO_DESCRIPTION): Label {
		const label = {
			name,
			description,
			createdAt: this.settings.now(),
			rowId: this.ids.next(),
			members: new MemberList(this.keyOf),
		};
		this.labels.set(name, label);
		return label;
	}

	addMember(label: Label, username: string): void {
		if (label.members.has(username)) return;
		label.members.add({
			username: this.registeredId(username),
			createdAt: this.settings.now(),
			rowId: this.ids.next(),
		});
	}

	clear(): void {
		this.usersByKey.clear();
		this.labels.clear();
	}

	/** Equal for IDs of the same user; undefined for one that can be nobody's. */
	private readonly keyOf = (userId: string): string | undefined =>
		userKey(userId, this.settings.userIdCase);
}
