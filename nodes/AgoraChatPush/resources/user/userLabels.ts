import { asCallFailure, type CallFailure } from '../../callFailure';
import type { PlanContext } from '../../operation';
import { WHOLE_CALL, type ItemRequest, type Job } from '../../planning/job';
import { planForUsers, type UsersRequest } from '../../planning/planners';
import type { JobResults } from '../../runJobs';
import { MAX_PAGE_SIZE, readPages } from '../../service/paging';
import type { Service } from '../../service/service';
import { distinctUsers, userIdFrom, userKey } from '../../userKey';
import { labelCall } from '../label/labelCall';
import { memberCountsOfLabels } from '../label/labelData';
import { getMember, namelessMember } from '../labelMember/memberData';

/** Which labels users have, from the labels of the app and from who has each. */

type Requests = Array<ItemRequest<UsersRequest<unknown>>>;

/** What is read: the labels, whether a user has one, or who of some users do. */
type Target =
	| { kind: 'labels' }
	| { kind: 'user'; label: string; userId: string }
	| { kind: 'members'; label: string; userKeys: Set<string> };

type State =
	{ kind: 'labels'; memberCounts: Map<string, number> } | { kind: 'users'; userKeys: Set<string> };

/** Plans to list the labels of the app. */
export function planLists(requests: Requests): Array<Job<Target>> {
	return requests.slice(0, 1).map((request) => jobFor(request, { kind: 'labels' }));
}

/** Plans for each label what takes fewer calls: to look for each user, or to read all members. */
export function planLookUps(
	requests: Requests,
	prefetched: JobResults<Target, State>,
): Array<Job<Target>> {
	const [first] = requests;
	if (first === undefined) return [];
	const users = distinctUsers(requests.flatMap(({ request }) => request.userIds));
	const userKeys = new Set(users.map(userKey));
	return memberCountsIn(prefetched).flatMap(([label, memberCount]) => {
		const pages = Math.max(1, Math.ceil(memberCount / MAX_PAGE_SIZE));
		const targets: Target[] =
			users.length > pages
				? [{ kind: 'members', label, userKeys }]
				: users.map((userId) => ({ kind: 'user', label, userId }));
		return targets.map((target) => jobFor(first, target));
	});
}

function jobFor({ itemIndex, settings }: Requests[number], payload: Target): Job<Target> {
	const expected = [{ subject: WHOLE_CALL, itemIndexes: [itemIndex], position: 0 }];
	return { payload, settings, expected };
}

/** @throws CallFailure when what is to be known cannot be read to its end. */
export async function readTarget(service: Service, target: Target): Promise<State> {
	if (target.kind === 'labels') {
		return { kind: 'labels', memberCounts: await memberCountsOfLabels(service) };
	}
	try {
		return { kind: 'users', userKeys: await readUserKeys(service, target) };
	} catch (error) {
		const failure = asCallFailure(error);
		// Someone deleted the label since it was listed.
		if (failure.response.isNotFound === true) return { kind: 'users', userKeys: new Set() };
		throw failure;
	}
}

async function readUserKeys(
	service: Service,
	target: Exclude<Target, { kind: 'labels' }>,
): Promise<Set<string>> {
	if (target.kind === 'user') {
		const { isMember } = await getMember(service, target.label, target.userId);
		return new Set(isMember ? [userKey(target.userId)] : []);
	}
	const found = new Set<string>();
	const list = { ...labelCall(target.label, 'user'), limit: Infinity };
	for await (const members of readPages(service, list)) {
		for (const { username } of members) {
			const userId = userIdFrom(username);
			if (userId === undefined) throw namelessMember();
			const key = userKey(userId);
			if (target.userKeys.has(key)) found.add(key);
		}
	}
	return found;
}

/** Plans to give each user's labels, which are known by then. */
export function planOutput(
	requests: Requests,
	{ prefetched }: PlanContext<Target, State>,
): Array<Job<string[]>> {
	const labelsOf = labelsOfUsers(prefetched);
	return planForUsers(requests, () => 1).map(({ settings, expected }) => {
		const [{ subject = '' } = {}] = expected;
		const { labels, failure } = labelsOf(subject);
		return { payload: labels, settings, expected, blockedReason: failure };
	});
}

/** The labels of each user, in the service's order, and why they are not known, if so. */
function labelsOfUsers(
	prefetched: JobResults<Target, State>,
): (userId: string) => { labels: string[]; failure?: CallFailure } {
	const labels = new Map<string, string[]>();
	const failures = new Map<string, CallFailure>();
	let failureOfAll: CallFailure | undefined;
	for (const [{ payload }, result] of prefetched) {
		if (result.state !== 'succeeded') {
			if (payload.kind === 'user') failures.set(userKey(payload.userId), result.failure);
			else failureOfAll ??= result.failure;
		} else if (result.value.kind === 'users' && payload.kind !== 'labels') {
			for (const key of result.value.userKeys) {
				const known = labels.get(key);
				if (known === undefined) labels.set(key, [payload.label]);
				else known.push(payload.label);
			}
		}
	}
	return (userId) => {
		const key = userKey(userId);
		const failure = failureOfAll ?? failures.get(key);
		return { labels: labels.get(key) ?? [], failure: failure?.with({ isUncertain: false }) };
	};
}

function memberCountsIn(prefetched: JobResults<Target, State>): Array<[string, number]> {
	return [...prefetched.values()].flatMap((result) =>
		result.state === 'succeeded' && result.value.kind === 'labels'
			? [...result.value.memberCounts]
			: [],
	);
}
