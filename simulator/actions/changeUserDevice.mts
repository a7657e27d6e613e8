import type { Action } from '../action.mts';
import { namedDevices, renderBindings } from '../bindings.mts';
import { OWN_PROVIDER } from '../delivery.mts';
import { parameterInvalid, userHasNoName } from '../errors.mts';
import { bodyObject, type JsonObject } from '../parse.mts';
import { vendorOf } from '../store.mts';

/**
 * Easemob docs, "Bind and unbind push information". An empty `device_token` unbinds the device from
 * that certificate, an empty `notifier_name` from all. The answer tells of that device alone. Agora's
 * demo for iOS unbinds without saying that the body is JSON.
 */
export const changeUserDevice: Action = {
	method: 'PUT',
	path: 'users/:user/push/binding',
	takesBody: true,
	anyMediaType: true,
	rates: ['userCallsPerSecond'],

	run({ parameters, body }, { store }) {
		const deviceId = readText(bodyObject(body), 'device_id');
		const deviceToken = readText(bodyObject(body), 'device_token');
		const notifierName = readText(bodyObject(body), 'notifier_name');
		if (deviceId === '') throw parameterInvalid('device_id');
		const user = store.findUser(parameters.user ?? '');
		if (user === undefined) throw userHasNoName();

		// Named before any goes, as names that are derived depend on the place among the devices.
		const others = namedDevices(user).filter(
			(device) =>
				device.provider === OWN_PROVIDER ||
				device.deviceId !== deviceId ||
				(notifierName !== '' && device.notifierName !== notifierName),
		);
		const isUnbinding = deviceToken === '' || notifierName === '';
		const bound = { provider: vendorOf(notifierName), deviceId, deviceToken, notifierName };
		const devices = isUnbinding ? others : [...others, bound];
		const entities = renderBindings(store.putUser({ id: user.id, devices }));
		return { action: 'put', entities: entities.filter(({ device_id: id }) => id === deviceId) };
	},
};

function readText(body: JsonObject, name: string): string {
	const value = body[name];
	if (typeof value !== 'string') throw parameterInvalid(name);
	return value;
}
