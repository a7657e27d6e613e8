import { OWN_PROVIDER } from './delivery.mts';
import type { User } from './store.mts';

/** A device in Agora's own channel stands for an app that is open. */
export function onlineStatus(user: User | undefined): 'online' | 'offline' {
	const isOnline = user?.devices.some(({ provider }) => provider === OWN_PROVIDER) ?? false;
	return isOnline ? 'online' : 'offline';
}
