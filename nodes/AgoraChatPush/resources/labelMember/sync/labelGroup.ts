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
	/** Indexes of the input items that name the label, ascending; of the last one where none does. */
	itemIndexes: number[];
	/** By `userKey`, in the order of their first mention. */
	wanted: Map<string, ExpectedOutcome>;
	/** Whether no item names the label, which is the input's to decide about all the same. */
	isUnnamed?: boolean;
}

export function groupOf(label: string, ofLabel: NonEmpty<ItemRequest<SyncRequest>>): LabelGroup {
	const [{ request, settings }] = ofLabel;
	const { rules } = request;
	const isHidden = rules.output === 'summary';
	const wanted = new Map<string, ExpectedOutcome>();
	for (const one of ofLabel) {
		const { itemIndex } = one;
		const first = firstPosition(one.request, label);
		one.request.userIds.forEach((subject, index) => {
			const key = userKey(subject);
			const known = wanted.get(key);
			if (known !== undefined) known.itemIndexes.push(itemIndex);
			else {
				const position = first + index;
				wanted.set(key, { subject, itemIndexes: [itemIndex], position, isHidden });
			}
		});
	}
	return { label, rules, settings, itemIndexes: ofLabel.map(({ itemIndex }) => itemIndex), wanted };
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
		itemIndexes: [requests.at(-1)?.itemIndex ?? itemIndex],
		wanted: new Map(),
		isUnnamed: true,
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
