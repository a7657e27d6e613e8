import type { INodeProperties } from 'n8n-workflow';

import { CallFailure } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import type { PlanContext } from '../../operation';
import type { ItemRequest, Job } from '../../planning/job';
import { planOneOutput } from '../../planning/planners';
import type { InputItem } from '../../reading/inputItem';
import { UserError } from '../../userError';
import { MISSING_LABEL } from '../label/labelCall';
import { checkedLabelName } from '../readFields';
import { guardAudiences, guardRecipients } from './guards';
import {
	audienceName,
	countMembers,
	mostRecipients,
	planCounting,
	withCounts,
} from './labelCounts';
import { dryRun, labelPushOptions, maxPushesPerAudience, maxRecipients } from './pushFields';
import { definePush } from './pushOperation';
import { readSendAt } from './sendAt';

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
		'Users who have all of these labels get the push. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const labelsNotice: INodeProperties = {
	displayName:
		'Each different message goes to all users of the labels. Input items with the same labels, message and options are sent as one push.',
	name: 'labelsNotice',
	type: 'notice',
	default: '',
};

/** Source: Agora docs, 'Send push notifications by labels'. */
export const sendToLabels = definePush({
	menuEntry: {
		name: 'Send to Labels',
		value: 'sendToLabels',
		action: 'Send push to labels',
		description: 'Send a push notification to the users who have all of the chosen labels',
	},
	fields: [
		labelNames,
		labelsNotice,
		...messageEssentials,
		dryRun,
		...messageExtras,
		labelPushOptions,
	],
	outputFields: ['taskId', 'labels', 'recipientsAtMost'],
	unit: 'tasks',

	read: readRequest,

	prefetch: { plan: planCounting, call: countMembers },

	plan: planPushes,

	rateOf: () => 'push/list/label',

	async send(service, { labels, body }) {
		const response = await service.call({
			method: 'POST',
			path: ['push', 'list', 'label'],
			rate: 'push/list/label',
			notFound: MISSING_LABEL,
			body: { targets: labels, ...body },
			ifRepeated: 'pushesAgain',
		});
		return String(response.data(isTask, 'a task ID').taskId);
	},

	outcomeOf:
		({ labels }, taskId) =>
		() => ({ json: { taskId, labels } }),

	plannedFields: ({ labels, recipientsAtMost }) => ({ labels, recipientsAtMost }),

	errorDetails: ({ labels }) => ({ labels }),

	audienceOf: audienceKey,
});

type LabelsRequest = ReturnType<typeof readRequest>;

function readRequest(item: InputItem) {
	return {
		labels: readLabels(item),
		body: { ...readMessage(item), ...readSendAt(item) },
		dryRun: item.explicitBoolean(dryRun),
		maxRecipients: item.explicitNumberOption(maxRecipients),
		maxPushesPerAudience: item.explicitNumberOption(maxPushesPerAudience),
	};
}

function planPushes(
	requests: Array<ItemRequest<LabelsRequest>>,
	{ prefetched, earlierRuns }: PlanContext<string, number>,
): Array<Job<LabelsRequest & { recipientsAtMost?: number }>> {
	const jobs = withoutSecondSpellings(planOneOutput(requests));
	const counted = guardRecipients(withCounts(jobs, prefetched), mostRecipients);
	return guardAudiences(counted, earlierRuns, { keyOf: audienceKey, nameOf: audienceName });
}

/** Equal for sets of labels that may be the same: whether case counts, Agora's pages disagree. */
function audienceKey({ labels }: { labels: string[] }): string {
	const names = labels.map((label) => label.toLowerCase());
	return names.sort().join();
}

const NO_LABEL_LEFT_OUT =
	'Fewer labels reach more people, so none is left out. Give each entry a label, or leave the item out with a Filter node.';

/** Sorted, because the users who have all of them are the same in any order. */
function readLabels(item: InputItem): string[] {
	const names = item.strictList(labelNames, NO_LABEL_LEFT_OUT);
	const checked = names.map((name) => checkedLabelName(item, labelNames, name, names.length > 1));
	const labels = [...new Set(checked)].sort();
	if (labels.length >= 1 && labels.length <= MAX_LABELS) return labels;
	throw new UserError(
		labels.length === 0
			? item.whyBlank(labelNames)
			: `'${labelNames.displayName}' holds ${labels.length} labels, but at most ${MAX_LABELS} are allowed`,
		{
			description: `Choose 1 to ${MAX_LABELS} labels; only users who have all of them get the push.`,
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
