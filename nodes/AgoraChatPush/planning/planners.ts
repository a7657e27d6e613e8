import { userKey } from '../userKey';
import { contentKey } from './contentKey';
import { NOBODY, type ExpectedOutcome, type Job, type RowRequest } from './job';

/** User IDs that one call may carry. Source: Agora docs, 'Send push notifications by users' and 'Add users to a push label'. */
export const MAX_USERS_PER_CALL = 100;

/** A request that names users. Users whose requests share all of `shared` may share a call. */
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
	requests: Array<RowRequest<UsersRequest<Shared>>>,
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

/** Users in the order of their first mention, each with all places where it is named. */
function expectedByUser(group: Array<RowRequest<UsersRequest<unknown>>>): ExpectedOutcome[] {
	const byUser = new Map<string, ExpectedOutcome>();
	for (const { row, request } of group) {
		const rows = [row];
		request.userIds.forEach((subject, position) => {
			const key = userKey(subject);
			const known = byUser.get(key);
			if (known === undefined) byUser.set(key, { subject, rows, position });
			else (known.morePlaces ??= []).push({ rows, position, spelling: subject });
		});
	}
	return [...byUser.values()];
}

/** Plans one job for all requests that are equal, with one output item that their rows share. */
export function planOnce<Request>(requests: Array<RowRequest<Request>>): Array<Job<Request>> {
	return groupEqual(requests, (request) => request).map((group) =>
		jobFor(group[0], { rows: group.map(({ row }) => row) }),
	);
}

/** Plans one job for all requests that are equal, with an output item for each of their rows. */
export function planShared<Request>(requests: Array<RowRequest<Request>>): Array<Job<Request>> {
	return groupEqual(requests, (request) => request).map(([first, ...others]) => {
		const morePlaces = others.map(({ row }) => ({ rows: [row], position: 0, spelling: NOBODY }));
		return jobFor(first, { rows: [first.row], morePlaces });
	});
}

/** Plans one job for each row. */
export function planEach<Request>(requests: Array<RowRequest<Request>>): Array<Job<Request>> {
	return requests.map((one) => jobFor(one, { rows: [one.row] }));
}

function jobFor<Request>(
	{ request, settings }: RowRequest<Request>,
	places: Pick<ExpectedOutcome, 'rows' | 'morePlaces'>,
): Job<Request> {
	return { payload: request, settings, expected: [{ subject: NOBODY, position: 0, ...places }] };
}

/** Groups requests whose content and settings are equal. */
function groupEqual<Request>(
	requests: Array<RowRequest<Request>>,
	contentOf: (request: Request) => unknown,
): Array<NonEmpty<RowRequest<Request>>> {
	return groupBy(requests, ({ request }) => contentKey(contentOf(request))).flatMap((group) =>
		groupBy(group, ({ settings }) => contentKey(settings)),
	);
}

export type NonEmpty<Item> = [Item, ...Item[]];

/** Groups in the order of their first member. */
export function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Array<NonEmpty<Item>> {
	const groups = new Map<string, NonEmpty<Item>>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
	}
	return [...groups.values()];
}

export function chunk<Item>(items: Item[], size: number): Item[][] {
	const chunks: Item[][] = [];
	for (let start = 0; start < items.length; start += size) {
		chunks.push(items.slice(start, start + size));
	}
	return chunks;
}
