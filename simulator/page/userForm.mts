import { OWN_PROVIDER } from '../delivery.mts';
import { USER_ID } from '../limits.mts';
import type { SeedUser } from '../seed.mts';
import type { SimulatorSettings } from '../settings.mts';
import { userKey } from '../userIdCase.mts';
import type { Fields } from './forms.mts';

/** Devices that the form offers, by their provider. */
export const DEVICE_CHOICES: ReadonlyMap<string, string> = new Map([
	['fcm', 'Android (FCM)'],
	['apns', 'iPhone (APNs)'],
	['huawei', 'Huawei'],
	['honor', 'HONOR'],
	['xiaomi', 'Xiaomi'],
	['oppo', 'OPPO'],
	['vivo', 'vivo'],
	['meizu', 'Meizu'],
	[OWN_PROVIDER, 'Open app (Agora channel)'],
]);

/** What is wrong with the form, in a sentence for who filled it in. */
export function userProblem(fields: Fields, { userIdCase }: SimulatorSettings): string | undefined {
	const userId = readUserId(fields);
	if (userId === '') return 'Give a user ID.';
	if (!USER_ID.test(userId)) {
		return 'A user ID has at most 64 letters, digits, dots, dashes and underscores, and nothing else.';
	}
	if (userKey(userId, userIdCase) === undefined) {
		return 'A user ID has no capital letters while the setting userIdCase is refuseCapitals.';
	}
	return undefined;
}

/** A form that ticks no device asks for a user without any. */
export function readUser(fields: Fields): SeedUser {
	const devices = [...DEVICE_CHOICES.keys()].filter((provider) => fields[provider] === 'on');
	return { id: readUserId(fields), devices };
}

function readUserId({ userId = '' }: Fields): string {
	return userId.trim();
}
