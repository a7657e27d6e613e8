import type { INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { CallFailure } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import { defineOperation } from '../../operation';
import type { Job } from '../../planning/job';
import { planOneOutput } from '../../planning/planners';
import type { InputItem } from '../../reading/inputItem';
import { MISSING_LABEL } from '../label/labelCall';
import { pushOptions } from '../options';
import { checkedLabelName } from '../readFields';

/** The page that this node follows says 3, newer pages of the same docs say 5; the service decides. */
const MAX_LABELS = 5;

const labelNames: INodeProperties = {
	displayName: 'Label Names or IDs',
	name: 'labelNames',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getLabels' },
	required: true,
	default: [],
	description:
		'Users who carry all of these labels get the push. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Source: Agora docs, 'Send push notifications by labels'. */
export const sendToLabels = defineOperation({
	menuEntry: {
		name: 'Send to Labels',
		value: 'sendToLabels',
		action: 'Send push to labels',
		description: 'Send a push notification to the users who carry all of the chosen labels',
	},
	fields: [labelNames, ...messageEssentials, ...messageExtras, pushOptions],
	outputFields: ['taskId', 'labels'],
	unit: 'tasks',
	isPush: true,

	read: (item) => ({ labels: readLabels(item), content: readMessage(item) }),

	plan: (requests) => withoutSecondSpellings(planOneOutput(requests)),

	async call(service, { labels, content }) {
		const response = await service.call({
			method: 'POST',
			path: ['push', 'list', 'label'],
			rate: 'push/list/label',
			notFound: MISSING_LABEL,
			body: { targets: labels, ...content },
			ifRepeated: 'pushesAgain',
		});
		return String(response.data(isTask, 'a task ID').taskId);
	},

	outcomesOf: ({ labels }, _subject, taskId) => [{ json: { taskId, labels } }],

	errorDetails: ({ labels }) => ({ labels }),
});

const NO_LABEL_LEFT_OUT =
	'Fewer labels reach more people, so none is left out. Give each entry a label, or leave the item out with a Filter node.';

/** Sorted, because the users who carry all of them are the same in any order. */
function readLabels(item: InputItem): string[] {
	const names = item
		.strictList(labelNames, NO_LABEL_LEFT_OUT)
		.map((name) => checkedLabelName(item, labelNames, name));
	const labels = [...new Set(names)].sort();
	if (labels.length >= 1 && labels.length <= MAX_LABELS) return labels;
	throw new UserError(
		labels.length === 0
			? item.whyBlank(labelNames)
			: `'${labelNames.displayName}' holds ${labels.length} labels, but at most ${MAX_LABELS} are allowed`,
		{
			description: `Choose 1 to ${MAX_LABELS} labels; only users who carry all of them get the push.`,
		},
	);
}

/**
 * Agora's pages disagree whether case counts in a label's name. Where it does not, the users of one
 * label would get a push for each of its spellings.
 */
function withoutSecondSpellings<Request extends { labels: string[] }>(
	jobs: Array<Job<Request>>,
): Array<Job<Request>> {
	const spellings = new Map<string, string>();
	return jobs.map((job) => {
		for (const label of job.payload.labels) {
			const first = spellings.get(label.toLowerCase()) ?? label;
			if (first !== label) return { ...job, blockedReason: spelledTwice(first, label) };
			spellings.set(label.toLowerCase(), label);
		}
		return job;
	});
}

function spelledTwice(first: string, second: string): CallFailure {
	return new CallFailure({
		message: `'${labelNames.displayName}' holds '${second}' as well as '${first}', which may be the same label`,
		description: 'Write it in one way in all items; for two labels, use a node for each.',
		isUncertain: false,
	});
}

function isTask(data: unknown): data is { taskId: string | number } {
	return isDataObject(data) && ['string', 'number'].includes(typeof data.taskId);
}
