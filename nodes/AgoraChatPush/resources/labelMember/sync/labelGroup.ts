import { contentKey } from '../../../planning/contentKey';
import { WHOLE_CALL, type ExpectedOutcome, type ItemRequest } from '../../../planning/job';
import { firstPosition, type NonEmpty } from '../../../planning/planners';
import type { CallSettings } from '../../../service/serviceRequest';
import { userKey } from '../../../userKey';
import type { SyncRequest, SyncRules } from './request';

/** A label with all that the input says of it. */
export interface LabelGroup {
	label: string;
	rules: SyncRules;
	settings: CallSettings;
	/** Of the items that name the label; empty where none does, and the label is the input's all the same. */
	requests: Array<ItemRequest<SyncRequest>>;
	/** Indexes of the items that name the label, ascending; of the last item where none does. */
	itemIndexes: number[];
}

export function groupOf(label: string, requests: NonEmpty<ItemRequest<SyncRequest>>): LabelGroup {
	const [{ request, settings }] = requests;
	const itemIndexes = requests.map(({ itemIndex }) => itemIndex);
	return { label, rules: request.rules, settings, requests, itemIndexes };
}

/** The users whom the items want in the label, by `userKey`, in the order of their first mention. */
export function wantedUsers({ label, rules, requests }: LabelGroup): Map<string, ExpectedOutcome> {
	const isHidden = rules.output === 'summary';
	const wanted = new Map<string, ExpectedOutcome>();
	for (const { request, itemIndex } of requests) {
		const first = firstPosition(request, label);
		request.userIds.forEach((subject, index) => {
			const key = userKey(subject);
			const known = wanted.get(key);
			if (known !== undefined) known.itemIndexes.push(itemIndex);
			else {
				const position = first + index;
				wanted.set(key, { subject, itemIndexes: [itemIndex], position, isHidden });
			}
		});
	}
	return wanted;
}

/** The labels that the input owns and that no item names. */
export function unnamedGroup(
	{ request: { rules }, settings, itemIndex }: ItemRequest<SyncRequest>,
	requests: Array<ItemRequest<SyncRequest>>,
): LabelGroup {
	return {
		label: rules.owned?.join(', ') ?? '',
		rules,
		settings,
		requests: [],
		itemIndexes: [requests.at(-1)?.itemIndex ?? itemIndex],
	};
}

/** The first item that wants its labels synced in another way than the items before it. */
export function itemWithOtherRules(requests: Array<ItemRequest<SyncRequest>>): number | undefined {
	const [first] = requests.map(rulesKey);
	return requests.find((one) => rulesKey(one) !== first)?.itemIndex;
}

function rulesKey({ request, settings }: ItemRequest<SyncRequest>): string {
	return `${contentKey(request.rules)} ${contentKey(settings)}`;
}

/** What is said of the label rather than of a user. */
export function aboutLabel({ itemIndexes }: Pick<LabelGroup, 'itemIndexes'>): ExpectedOutcome {
	return { subject: WHOLE_CALL, itemIndexes, position: 0, withoutInputFields: true };
}

/** No item names those who are removed; they come out after all else of their label's last item. */
export function removedOutcomes(
	{ itemIndexes, rules }: LabelGroup,
	toRemove: string[],
): ExpectedOutcome[] {
	const lastItemIndex = itemIndexes.slice(-1);
	return toRemove.map((subject) => ({
		subject,
		itemIndexes: lastItemIndex,
		position: Number.MAX_SAFE_INTEGER,
		isHidden: rules.output === 'summary',
		withoutInputFields: true,
	}));
}
