import type { ItemRequest, Job } from '../../../planning/job';
import { groupByKeys } from '../../../planning/planners';
import { rulesDifferFailure } from './guards';
import {
	aboutLabel,
	groupOf,
	itemWithOtherRules,
	unnamedGroup,
	type LabelGroup,
} from './labelGroup';
import { isOwned } from './ownedLabels';
import { labelNames, missingLabels, type Prefetched, type Target } from './prefetched';
import type { SyncRequest } from './request';

type Requests = Array<ItemRequest<SyncRequest>>;

/** Plans to read each label once, and the names of all where the input owns more than it names. */
export function planReading(requests: Requests): Array<Job<Target>> {
	const owned = ownedGroup(requests);
	const groups = groupByKeys(requests, ({ request }) => request.labels);
	return [
		...(owned === undefined ? [] : [readingOf({ kind: 'names', owned }, owned)]),
		...[...groups].map(([label, ofLabel]) =>
			readingMembers(groupOf(label, ofLabel), itemWithOtherRules(ofLabel)),
		),
	];
}

/**
 * Plans to read the owned labels that no item names, or the names of all before some are created.
 *
 * @param labelsWithoutUser of bad items that name no user; these labels keep their members.
 */
export function planMoreReading(
	requests: Requests,
	prefetched: Prefetched,
	labelsWithoutUser: string[],
): Array<Job<Target>> {
	const [missing] = missingLabels(prefetched);
	const names = labelNames(prefetched);
	if (names === undefined) {
		return missing === undefined ? [] : [readingOf({ kind: 'names' }, missing)];
	}
	const { owned, result } = names;
	if (owned === undefined || result.state !== 'succeeded') return [];
	const named = new Set(requests.flatMap(({ request }) => request.labels));
	const kept = new Set(labelsWithoutUser.map((label) => label.toLowerCase()));
	const otherRules = itemWithOtherRules(requests);
	return result.value.names
		.filter((name) => !named.has(name) && !kept.has(name.toLowerCase()))
		.filter((name) => isOwned(owned.rules.owned ?? [], name))
		.map((label) => readingMembers({ ...owned, label }, otherRules));
}

/** All labels that the input owns; undefined where no label has to be emptied for that. */
function ownedGroup(requests: Requests): LabelGroup | undefined {
	const owner = requests.find(
		({ request: { rules } }) => rules.owned !== undefined && rules.mode !== 'addMissing',
	);
	return owner && unnamedGroup(owner, requests);
}

function readingMembers(group: LabelGroup, otherRules: number | undefined): Job<Target> {
	return {
		...readingOf({ kind: 'members', group }, group),
		blockedReason: otherRules === undefined ? undefined : rulesDifferFailure(group, otherRules),
	};
}

function readingOf(payload: Target, group: LabelGroup): Job<Target> {
	return { payload, settings: group.settings, expected: [aboutLabel(group)] };
}
