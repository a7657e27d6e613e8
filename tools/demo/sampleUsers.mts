import type { SeedLabel, SeedUser } from '../../simulator/index.mts';

/** The users behind the rows that are pinned in the workflows; 'zoe.martin' is left out on purpose. The
 * app was removed from fatima's phone; gus has it open, and did not allow notifications. */
export const sampleUsers: readonly SeedUser[] = [
	{ id: 'anna', devices: ['fcm'] },
	{ id: 'ben', devices: ['apns'] },
	{ id: 'carla', devices: ['apns', 'fcm'] },
	{ id: 'deniz', devices: ['fcm'] },
	{ id: 'emil', devices: [] },
	{ id: 'fatima', devices: [{ provider: 'fcm', failure: 'UNREGISTERED' }] },
	{ id: 'gus', devices: ['agora'] },
];

/** The label before its sync: 'deniz' has to go, and two who are in the rows have to come. */
export const sampleLabel: SeedLabel = {
	name: 'newsletter',
	description: 'Subscribers of the newsletter',
	members: ['anna', 'deniz', 'emil'],
};

/**
 * The labels before their sync. Of the tags, one has changed hands, one is in no row any more, and one
 * that is in the rows, 'tag-yearly', has no label yet.
 */
export const sampleLabels: readonly SeedLabel[] = [
	sampleLabel,
	{ name: 'tag-vip', members: ['anna', 'carla'] },
	{ name: 'tag-berlin', members: ['ben', 'emil'] },
	{ name: 'tag-winter', members: ['deniz', 'emil'] },
];
