import type { ActionName, Device, UserIdCase, WeatherRule } from '../../../simulator/index.mts';
import type { OnError } from '../../support/nodeRun.mts';
import { UNUSUAL_USER, type Entry } from './entries.mts';

/** One input item, before it is written the way a sheet would. */
export interface SheetRow {
	/** As they stand in the cell, in any case: blanks, doubles and what is no user ID among them. */
	users: Entry[];
	/** An operation on one user gets the first of them, in JSON as a list of one. */
	writtenAs: 'list' | 'commas' | 'lines' | 'json';
	/** Index in `MESSAGES`. */
	message: number;
	/** The label of an operation on one label. */
	label: string;
	/** The labels of a push to labels. */
	labels: string[];
	/** The labels of an operation on the members of several; perhaps none. */
	tags: string[];
}

/** What is chosen in the node's form; each operation takes what it has. */
export interface Choices {
	messageFormat: 'fields' | 'json';
	waitForResult: boolean;
	resultEndpoint: 'single' | 'sync';
	/** 0 for no limit. */
	maxRecipients: number;
	/** 0 for no limit. */
	maxPushesPerAudience: number;
	allowAnyUserId: boolean;
	ifExists: 'fail' | 'return';
	returnAll: boolean;
	limit: number;
	syncMode: 'mirror' | 'addMissing' | 'removeExtra';
	dryRun: boolean;
	output: 'changes' | 'all' | 'summary';
	allowEmpty: boolean;
	createMissingLabel: boolean;
	maxRemovalPercent: number;
	/** '' where the option is not added. */
	ownedLabels: '' | '*' | 'o*';
	includeInputFields: boolean;
	maxRetries: number;
	/** Seconds; 0 repeats only what may be repeated at once. */
	maxRetryWait: number;
}

/** What the service holds before the run, and how it behaves in good weather. */
export interface World {
	/** Members of each label that exists. */
	labels: Record<string, string[]>;
	asyncChecksTargets: boolean;
	cursorWhenPageIsFull: boolean;
	nonMemberData: 'empty' | 'null' | 'absent';
	unknownLabelStatus: 400 | 404;
	userIdCase: UserIdCase;
}

export interface Situation {
	operation: string;
	rows: SheetRow[];
	choices: Choices;
	world: World;
	weather: (WeatherRule & { action: ActionName })[];
	onError: OnError;
	authentication: 'appToken' | 'appCertificate';
}

/** Users whom the service knows, none of them by a capital, and whether a device takes their pushes. */
export const SMALL_POOL: readonly { id: string; exists: boolean; devices: (Device | string)[] }[] =
	[
		{ id: 'anna', exists: true, devices: ['fcm'] },
		{ id: 'ben', exists: true, devices: ['fcm'] },
		{ id: 'carla', exists: true, devices: ['apns'] },
		{ id: 'two-phones', exists: true, devices: ['fcm', 'apns'] },
		{
			id: 'one-dead',
			exists: true,
			devices: ['fcm', { provider: 'apns', failure: 'BadDeviceToken' }],
		},
		{ id: 'all-dead', exists: true, devices: [{ provider: 'apns', failure: 'BadDeviceToken' }] },
		{ id: 'no-device', exists: true, devices: [] },
		{ id: 'nobody', exists: false, devices: [] },
		{ id: UNUSUAL_USER, exists: true, devices: ['fcm'] },
	];

/** Enough for three calls; all of them exist and can be reached. */
export const LARGE_POOL: readonly string[] = Array.from({ length: 260 }, (_, at) => `user${at}`);

export const KNOWN_USERS: readonly string[] = [
	...SMALL_POOL.filter(({ exists }) => exists).map(({ id }) => id),
	...LARGE_POOL,
];

export const REACHABLE_USERS: ReadonlySet<string> = new Set([
	...SMALL_POOL.filter(({ devices }) => devices.some(takesPushes)).map(({ id }) => id),
	...LARGE_POOL,
]);

function takesPushes(device: Device | string): boolean {
	return typeof device === 'string' || device.failure === undefined;
}

/** How many devices a user has, each of which a synchronous push answers for. */
export function devicesOf(user: string): number {
	return SMALL_POOL.find(({ id }) => id === user)?.devices.length ?? 1;
}

/** The last one is too long for the service. */
export const MESSAGES: readonly { title: string; content: string }[] = [
	{ title: 'Hello', content: 'World' },
	{ title: 'Hello', content: 'Again' },
	{ title: 'Sale', content: 'World' },
	{ title: 'x'.repeat(33), content: 'World' },
];

/** `ghost` does not exist; the last one is no name. */
export const LABELS = ['vip', 'oslo', 'big', 'ghost', 'no name'] as const;

export type NumberedRow = SheetRow & { row: number };
