import type { SeedUser } from '../../simulator/index.mts';

/** The users behind the rows that are pinned in the workflows; 'zoe.martin' is left out on purpose. */
export const sampleUsers: readonly SeedUser[] = [
	{ id: 'anna', devices: ['fcm'] },
	{ id: 'ben', devices: ['apns'] },
	{ id: 'carla', devices: ['apns', 'fcm'] },
	{ id: 'deniz', devices: ['fcm'] },
	{ id: 'emil', devices: [] },
];
