import { NO_DESCRIPTION } from './inferred.mts';
import { MemberList } from './members.mts';
import type { SimulatorSettings } from './settings.mts';
import { SnowflakeSource } from './snowflake.mts';

/** A way to reach a user: a vendor's push service, or `agora` for an app that is online. */
export interface Device {
	/** `apns`, `fcm`, any other vendor's key in `pushMessage`, or `agora`. */
	readonly provider: string;
	/** What the provider answers when it refuses every push to this device. */
	readonly failure?: string;
}

export interface User {
	readonly id: string;
	readonly devices: readonly Device[];
}

export interface Label {
	readonly name: string;
	readonly description: string;
	readonly createdAt: number;
	readonly rowId: bigint;
	readonly members: MemberList;
}

export const DEFAULT_DEVICES: readonly Device[] = [{ provider: 'fcm' }];

/** The app's users and labels. It keeps no limits: the actions do. */
export class Store {
	readonly users = new Map<string, User>();
	readonly labels = new Map<string, Label>();
	readonly ids: SnowflakeSource;
	private readonly settings: SimulatorSettings;

	constructor(settings: SimulatorSettings) {
		this.settings = settings;
		this.ids = new SnowflakeSource(() => settings.now());
	}

	/** The user, if he exists or `createUnknownUsers` lets him. */
	findUser(id: string): User | undefined {
		const user = this.users.get(id);
		if (user !== undefined || !this.settings.createUnknownUsers) return user;
		return this.putUser({ id, devices: DEFAULT_DEVICES });
	}

	putUser(user: User): User {
		this.users.set(user.id, user);
		return user;
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
			members: new MemberList(),
		};
		this.labels.set(name, label);
		return label;
	}

	addMember(label: Label, username: string): void {
		if (label.members.has(username)) return;
		label.members.add({ username, createdAt: this.settings.now(), rowId: this.ids.next() });
	}

	clear(): void {
		this.users.clear();
		this.labels.clear();
	}
}
