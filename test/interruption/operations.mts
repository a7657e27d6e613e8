import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Seed } from '../../simulator/index.mts';
import { tally } from '../../tools/lib/groups.mts';
import { usersFrom } from '../support/syncPlans.mts';

/** An operation at work on so many rows that it takes several calls. */
export interface Work {
	parameters: INodeParameters;
	/** Besides those of the run. */
	options?: INodeParameters;
	rows: IDataObject[];
	/** What the service holds before. */
	seed: Seed;
	/** How many outcomes are owed to each subject, by the subject's key. */
	owed: Map<string, number>;
	/** Subjects that may get an outcome, or none when the run ends before they are found. */
	mayFollow: Set<string>;
	/** How many subjects calls are made about. */
	called: number;
	/** Whether a second effect on the same subject does harm. */
	isSend: boolean;
}

const message = { title: '={{ $json.title }}', content: 'World' };

const users = usersFrom(0, 720);

/** The last row names some users again. */
const userRows: IDataObject[] = [
	...users.map((user) => ({ users: [user], title: 'Hello' })),
	{ users: users.slice(0, 30), title: 'Hello' },
];

const allUsers = '={{ $json.users }}';

const TITLES = Array.from({ length: 24 }, (_, row) => `Message ${row}`);

/** Each row has a message of its own; the last one is like the first. */
const messageRows = [...TITLES, 'Message 0'].map((title) => ({ title }));

const everyone: Seed = { users, labels: [{ name: 'vip' }, { name: 'oslo' }] };

/** The two halves of a label's members overlap with those who are wanted in it. */
const syncRows = [
	...usersFrom(100, 400).map((user) => ({ label: 'vip', users: [user] })),
	{ label: 'oslo', users: usersFrom(300, 300) },
];
const syncSeed: Seed = {
	users,
	labels: [
		{ name: 'vip', members: usersFrom(0, 250) },
		{ name: 'oslo', members: usersFrom(250, 250) },
	],
};

function onVip(operation: string, seed: Seed): Work {
	return {
		parameters: {
			resource: 'labelMember',
			operation,
			label: { __rl: true, mode: 'name', value: 'vip' },
			userIds: allUsers,
		},
		rows: userRows,
		seed,
		owed: tally(userRows.flatMap((row) => namedIn(row).map((user) => memberKey('vip', user)))),
		mayFollow: new Set(),
		called: users.length,
		isSend: false,
	};
}

function push(operation: string, own: INodeParameters): Work {
	return {
		parameters: { resource: 'push', operation, ...message, ...own },
		rows: messageRows,
		seed: everyone,
		owed: new Map(TITLES.map((title) => [title, 1])),
		mayFollow: new Set(),
		called: TITLES.length,
		isSend: true,
	};
}

const ANY_NUMBER = { maxPushesPerAudience: 0 };

export const WORKS = {
	sendToUsers: {
		...push('sendToUsers', { userIds: allUsers }),
		rows: userRows,
		owed: tally(userRows.flatMap(namedIn)),
		called: users.length,
	},
	sendToLabels: { ...push('sendToLabels', { labelNames: ['vip'] }), options: ANY_NUMBER },
	sendToAll: { ...push('sendToAll', {}), options: ANY_NUMBER },
	add: onVip('add', everyone),
	remove: onVip('remove', { users, labels: [{ name: 'vip', members: users }] }),
	sync: {
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: { __rl: true, mode: 'name', value: '={{ $json.label }}' },
			userIds: allUsers,
			syncMode: 'mirror',
			output: 'all',
		},
		rows: syncRows,
		seed: syncSeed,
		owed: tally(syncRows.flatMap((row) => namedIn(row).map((user) => memberKey(row.label, user)))),
		mayFollow: new Set([
			...usersFrom(0, 100).map((user) => memberKey('vip', user)),
			...usersFrom(250, 50).map((user) => memberKey('oslo', user)),
		]),
		called: 350 + 150,
		isSend: false,
	},
} satisfies Record<string, Work>;

export type WorkName = keyof typeof WORKS;

/** Members of the labels of a sync that has come to its end. */
export const SYNCED = { vip: usersFrom(100, 400), oslo: usersFrom(300, 300) };

export function memberKey(label: string, user: string): string {
	return `${label}/${user}`;
}

function namedIn({ users: named }: IDataObject): string[] {
	return Array.isArray(named) ? named.map(String) : [];
}
