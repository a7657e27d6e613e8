import { userKey } from '../userKey';
import { contentKey } from './contentKey';
import { WHOLE_CALL, type ExpectedOutcome, type Job, type ItemRequest } from './job';

/** User IDs that one call may carry. Source: Agora docs, 'Send push notifications by users' and 'Add users to a push label'. */
export const MAX_USERS_PER_CALL = 100;

/** A request that names users, each once. Users whose requests share all of `shared` may share a call. */
export interface UsersRequest<Shared> {
	userIds: string[];
	shared: Shared;
}

/**
 * Plans the fewest calls for requests that name users: equal requests form a group, and a group's
 * distinct users are cut into calls.
 *
 * @param callSizeOf how many users a call may carry.
 */
export function planForUsers<Shared>(
	requests: Array<ItemRequest<UsersRequest<Shared>>>,
	callSizeOf: (shared: Shared) => number = () => MAX_USERS_PER_CALL,
): Array<Job<Shared>> {
	return groupEqual(requests, ({ shared }) => shared).flatMap((group) => {
		const [{ request, settings }] = group;
		const { shared } = request;
		return chunk(expectedByUser(group), callSizeOf(shared)).map((expected) => ({
			payload: shared,
			settings,
			expected,
		}));
	});
}

/** A request that names users, each once, and labels that each of them is to have or to lose. */
export interface LabelsRequest {
	labels: string[];
	userIds: string[];
}

/** Plans the fewest calls for requests that name users and labels: a call is about one label. */
export function planForLabels(requests: Array<ItemRequest<LabelsRequest>>): Array<Job<string>> {
	return [...groupByKeys(requests, ({ request }) => request.labels)].flatMap(([label, ofLabel]) =>
		groupBy(ofLabel, ({ settings }) => contentKey(settings)).flatMap((group) => {
			const [{ settings }] = group;
			const expected = expectedByUser(group, (request) => firstPosition(request, label));
			return chunk(expected, MAX_USERS_PER_CALL).map((users) => ({
				payload: label,
				settings,
				expected: users,
			}));
		}),
	);
}

/** Where the users of a label stand in the output for an item, which has one label after the other. */
export function firstPosition({ labels, userIds }: LabelsRequest, label: string): number {
	return labels.indexOf(label) * userIds.length;
}

/** Users in the order of their first mention, each with all places where it is named. */
function expectedByUser<Request extends { userIds: string[] }>(
	group: Array<ItemRequest<Request>>,
	firstPositionOf: (request: Request) => number = () => 0,
): ExpectedOutcome[] {
	const expected = group.flatMap(({ itemIndex, request }) => {
		const itemIndexes = [itemIndex];
		const first = firstPositionOf(request);
		return request.userIds.map((subject, index) => ({
			subject,
			itemIndexes,
			position: first + index,
		}));
	});
	return group.length === 1 ? expected : eachUserOnce(expected);
}

function eachUserOnce(expected: ExpectedOutcome[]): ExpectedOutcome[] {
	const byUser = new Map<string, ExpectedOutcome>();
	for (const one of expected) {
		const { subject: spelling, itemIndexes, position } = one;
		const key = userKey(spelling);
		const known = byUser.get(key);
		if (known === undefined) byUser.set(key, one);
		else (known.morePlaces ??= []).push({ itemIndexes, position, spelling });
	}
	return [...byUser.values()];
}

/** Plans one job for all requests that are equal, with one output item that their items share. */
export function planOneOutput<Request>(requests: Array<ItemRequest<Request>>): Array<Job<Request>> {
	return groupEqual(requests, (request) => request).map((group) =>
		jobFor(group[0], { itemIndexes: group.map(({ itemIndex }) => itemIndex) }),
	);
}

/** Plans one job for all requests that are equal, with an output item for each of their items. */
export function planOutputPerItem<Request>(
	requests: Array<ItemRequest<Request>>,
): Array<Job<Request>> {
	return groupEqual(requests, (request) => request).map(([first, ...others]) => {
		const more = { position: 0, spelling: WHOLE_CALL };
		const morePlaces = others.map(({ itemIndex }) => ({ itemIndexes: [itemIndex], ...more }));
		return jobFor(first, { itemIndexes: [first.itemIndex], morePlaces });
	});
}

/** Plans one job for each item. */
export function planCallPerItem<Request>(
	requests: Array<ItemRequest<Request>>,
): Array<Job<Request>> {
	return requests.map((one) => jobFor(one, { itemIndexes: [one.itemIndex] }));
}

function jobFor<Request>(
	{ request, settings }: ItemRequest<Request>,
	places: Pick<ExpectedOutcome, 'itemIndexes' | 'morePlaces'>,
): Job<Request> {
	const expected = [{ subject: WHOLE_CALL, position: 0, ...places }];
	return { payload: request, settings, expected };
}

/** Groups requests whose content and settings are equal. */
function groupEqual<Request>(
	requests: Array<ItemRequest<Request>>,
	contentOf: (request: Request) => unknown,
): Array<NonEmpty<ItemRequest<Request>>> {
	return groupBy(requests, ({ request }) => contentKey(contentOf(request))).flatMap((group) =>
		groupBy(group, ({ settings }) => contentKey(settings)),
	);
}

export type NonEmpty<Item> = [Item, ...Item[]];

/** Groups in the order of their first member. */
export function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Array<NonEmpty<Item>> {
	return [...groupByKeys(items, (item) => [keyOf(item)]).values()];
}

/** The same for items that may belong to several groups, by the key of each. */
export function groupByKeys<Item>(
	items: Item[],
	keysOf: (item: Item) => string[],
): Map<string, NonEmpty<Item>> {
	const groups = new Map<string, NonEmpty<Item>>();
	for (const item of items) {
		for (const key of keysOf(item)) {
			const group = groups.get(key);
			if (group === undefined) groups.set(key, [item]);
			else group.push(item);
		}
	}
	return groups;
}

export function chunk<Item>(items: Item[], size: number): Item[][] {
	const chunks: Item[][] = [];
	for (let start = 0; start < items.length; start += size) {
		chunks.push(items.slice(start, start + size));
	}
	return chunks;
}
