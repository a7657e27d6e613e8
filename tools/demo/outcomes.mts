import type { INodeExecutionData } from 'n8n-workflow';

import type { Delivery } from '../../simulator/index.mts';
import { groupBy } from '../lib/groups.mts';
import { isObject } from '../lib/json.mts';
import { rowsOf } from '../lib/pairedRows.mts';
import { readChange, type Membership } from './labelSync.mts';

/** What became of a user, or of a row that names none. */
export interface Outcome {
	who: string;
	kind: 'done' | 'expected' | 'unexpected';
	/** The same words for all who fared the same. */
	what: string;
}

/** Why some of the sample rows fail, which is what they are there for: the reason in plain words. */
const EXPECTED_REASONS: Readonly<Record<string, string>> = {
	'appUser not exists': 'no such user',
	'no push binding': 'no device',
	'user offline, push retained': 'no device, Agora keeps it',
	UNREGISTERED: 'the app is gone from the phone',
	"'User IDs' is empty": 'no user ID in the row',
	"'Title' has 52 characters, but at most 32 are allowed": 'title too long',
};

const CHANGES = {
	added: { announced: 'would be added to', made: 'added to' },
	removed: { announced: 'would be removed from', made: 'removed from' },
};

/**
 * Reads what became of everyone from the items that the sending node gave, and from what the
 * simulator delivered meanwhile, as the service answers a push before it delivers it.
 */
export function readOutcomes(
	items: readonly INodeExecutionData[],
	deliveries: readonly Delivery[],
): Outcome[] {
	const byUser = groupBy(deliveries, ({ userId }) => userId);
	return items.flatMap((item) => {
		const { error, dryRun, userId, taskId } = item.json;
		if (typeof error === 'string') return [refused(item, error)];
		const change = readChange(item.json);
		if (change !== undefined) {
			const { user, label, status } = change;
			return [done(user, `${CHANGES[status][dryRun === true ? 'announced' : 'made']} ${label}`)];
		}
		if (typeof userId === 'string') return [delivered(userId, byUser.get(userId) ?? [])];
		if (typeof taskId === 'string') {
			return [...byUser].map(([id, received]) => delivered(id, received));
		}
		return [failed(rowName(item), 'came out in an unknown shape', JSON.stringify(item.json))];
	});
}

/** Of those for whom nothing had to be done, no item comes out. */
export function unchanged({ user, label }: Membership): Outcome {
	return done(user, `in ${label} already`);
}

function delivered(userId: string, deliveries: readonly Delivery[]): Outcome {
	const providers = deliveries.filter(({ reached }) => reached).map(({ provider }) => provider);
	if (providers.length > 0) {
		return done(userId, `reached through ${[...new Set(providers)].sort().join(' and ')}`);
	}
	return failed(userId, 'not reached', deliveries.at(-1)?.reason ?? 'accepted, but not delivered');
}

/** An error reads 'What happened [item 3]. What to do.'; the service's own reason is shorter. */
function refused(item: INodeExecutionData, error: string): Outcome {
	const details = isObject(item.json.details) ? item.json.details : {};
	const user = details.username ?? details.userId;
	const who = typeof user === 'string' ? user : rowName(item);
	if (typeof details.desc === 'string') return failed(who, 'not reached', details.desc);
	const [happened = error] = error.split(' [item ');
	return failed(who, 'refused', typeof details.reason === 'string' ? details.reason : happened);
}

function done(who: string, what: string): Outcome {
	return { who, kind: 'done', what };
}

function failed(who: string, what: string, reason: string): Outcome {
	const plainReason = EXPECTED_REASONS[reason];
	return plainReason === undefined
		? { who, kind: 'unexpected', what: `${what}: ${reason}` }
		: { who, kind: 'expected', what: `${what}: ${plainReason}` };
}

function rowName(item: INodeExecutionData): string {
	return `row ${rowsOf(item)
		.map((row) => row + 1)
		.join(', ')}`;
}
