import { userKey } from '../userKey';
import { contentKey } from './contentKey';
import type { Claim, Job, RowRequest } from './job';

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
): Array<Job<UsersRequest<Shared>, string>> {
	return groupBy(requests, ({ request }) => contentKey(request.shared)).flatMap((group) => {
		const [{ request }] = group;
		return cutIntoCalls(request, claimsByUser(group), callSizeOf(request.shared));
	});
}

/** Claims on the same user follow each other, at the place of the first of them. */
function claimsByUser(
	group: NonEmpty<RowRequest<Pick<UsersRequest<unknown>, 'userIds'>>>,
): Array<Claim<string>> {
	const claims = group.flatMap(claimsOfRow);
	const users = new Set(claims.map(({ subject }) => userKey(subject)));
	if (users.size === claims.length) return claims;
	return groupBy(claims, ({ subject }) => userKey(subject)).flatMap(countedOnce);
}

function claimsOfRow({
	row,
	request: { userIds },
}: RowRequest<Pick<UsersRequest<unknown>, 'userIds'>>): Array<Claim<string>> {
	const rows = [row];
	return userIds.map((subject, position) => ({ rows, position, subject }));
}

/** @param claims as `claimsByUser` gives them. */
function cutIntoCalls<Request>(
	request: Request,
	claims: Array<Claim<string>>,
	callSize: number,
): Array<Job<Request, string>> {
	const jobs: Array<Job<Request, string>> = [];
	let job: Job<Request, string> = { request, subjects: [], claims: [] };
	for (const claim of claims) {
		const isNewUser = claim.isRepeated !== true;
		if (jobs.length === 0 || (isNewUser && job.subjects.length === callSize)) {
			job = { request, subjects: [], claims: [] };
			jobs.push(job);
		}
		if (isNewUser) job.subjects.push(claim.subject);
		job.claims.push(claim);
	}
	return jobs;
}

/** Marks claims on one subject, so that it is not counted once more for each of them. */
function countedOnce([first, ...others]: NonEmpty<Claim<string>>): Array<Claim<string>> {
	return [first, ...others.map((claim) => ({ ...claim, isRepeated: true }))];
}

/** Plans one job for all requests that are equal, with one outcome that all of their rows share. */
export function planOnce<Request>(
	requests: Array<RowRequest<Request>>,
): Array<Job<Request, undefined>> {
	return groupBy(requests, ({ request }) => contentKey(request)).map((group) => ({
		request: group[0].request,
		subjects: [undefined],
		claims: [{ rows: group.map(({ row }) => row), position: 0, subject: undefined }],
	}));
}

/** Plans one job for all requests that are equal, with an outcome for each of their rows. */
export function planShared<Request>(
	requests: Array<RowRequest<Request>>,
): Array<Job<Request, undefined>> {
	return planOnce(requests).map((job) => ({
		...job,
		claims: job.claims.flatMap(({ rows, ...claim }) =>
			rows.map((row, index) => ({ ...claim, rows: [row], isRepeated: index > 0 })),
		),
	}));
}

/** Plans one job for each row. */
export function planEach<Request>(
	requests: Array<RowRequest<Request>>,
): Array<Job<Request, undefined>> {
	return requests.map(({ row, request }) => ({
		request,
		subjects: [undefined],
		claims: [{ rows: [row], position: 0, subject: undefined }],
	}));
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
