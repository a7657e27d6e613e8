import { OWN_PROVIDER } from './delivery.mts';
import { type Device, deviceIdentity, type User } from './store.mts';
import type { WireObject } from './wire.mts';

/** The user's devices with all their names spelled out; those in the own channel too. */
export function namedDevices(user: User): Required<Omit<Device, 'failure'>>[] {
	return user.devices.map((device, index) => ({
		...device,
		...deviceIdentity(user, device, index),
	}));
}

/** Easemob docs, "Bind and unbind push information": what vendors reach the user through. */
export function renderBindings(user: User): WireObject[] {
	return namedDevices(user)
		.filter(({ provider }) => provider !== OWN_PROVIDER)
		.map(({ deviceId, deviceToken, notifierName }) => ({
			device_id: deviceId,
			device_token: deviceToken,
			notifier_name: notifierName,
		}));
}
