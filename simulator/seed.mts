import { type Device, DEFAULT_DEVICES, type Store } from './store.mts';

export interface SeedUser {
	readonly id: string;
	/** False takes the user away; labels keep him, as a service with many parts would. */
	readonly exists?: boolean;
	/** Devices, or their providers' names. One `fcm` device when left out; none when empty. */
	readonly devices?: readonly (Device | string)[];
}

export interface SeedLabel {
	readonly name: string;
	/** False takes the label away. */
	readonly exists?: boolean;
	readonly description?: string;
	/** User IDs. Those that are not users yet become users with one `fcm` device. */
	readonly members?: readonly string[];
}

/** State to start from. It goes past the limits and rates that calls are held to. */
export interface Seed {
	readonly users?: readonly (SeedUser | string)[];
	readonly labels?: readonly SeedLabel[];
}

/** Adds to what is there; a user who is there already gets the devices given here. */
export function applySeed(store: Store, { users = [], labels = [] }: Seed): void {
	for (const user of users) seedUser(store, typeof user === 'string' ? { id: user } : user);
	for (const label of labels) seedLabel(store, label);
}

function seedUser(store: Store, { id, exists = true, devices }: SeedUser): void {
	if (exists) store.putUser({ id, devices: devices?.map(toDevice) ?? DEFAULT_DEVICES });
	else store.deleteUser(id);
}

function seedLabel(
	store: Store,
	{ name, exists = true, description, members = [] }: SeedLabel,
): void {
	const known = store.findLabel(name);
	if (!exists) {
		if (known !== undefined) store.labels.delete(known.name);
		return;
	}
	const label = known ?? store.createLabel(name, description);
	for (const username of members) {
		if (store.registeredUser(username) === undefined) seedUser(store, { id: username });
		store.addMember(label, username);
	}
}

function toDevice(device: Device | string): Device {
	return typeof device === 'string' ? { provider: device } : device;
}
