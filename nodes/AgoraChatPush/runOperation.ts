import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { earlierRunsOf } from './earlierRuns';
import type { Operation } from './operation';
import { buildOutput } from './output/buildOutput';
import { notPushed, itemsNotPushed, wouldPushAgain } from './output/retryOnFail';
import { runSummary, waitHints, warningHints } from './output/runSummary';
import { throwIfBadItems, throwIfBlocked, throwIfFailed } from './output/stopExecution';
import { durationText, quantity } from './output/wording';
import { durationMs } from './planning/duration';
import type { ItemRequest, Job } from './planning/job';
import { rejectOtherCredentials } from './reading/otherCredentials';
import { readItems } from './reading/readItems';
import { sharedByItems } from './reading/sharedByItems';
import { includeInputFields } from './resources/options';
import { readCallSettings } from './resources/readFields';
import { runJobs, type JobResults } from './runJobs';
import { CallStatistics, LONG_WAIT_MS } from './service/limits/callStatistics';
import type { CallEnvironment } from './service/limits/callWithRetries';
import { systemClock } from './service/limits/clock';
import { whenAborted } from './service/limits/whenAborted';
import { serviceFor } from './service/service';

const readSettings = sharedByItems(readCallSettings);
const readIncludesInput = sharedByItems((item) => item.hasOption(includeInputFields));

/**
 * The one way through: items → requests → plan → calls → outcomes → items.
 *
 * @param continueOnFail whether On Error is one of the two 'continue' settings: bad items, refused users
 * and failed calls then become error items, and everything else goes on.
 * @throws NodeOperationError when an item is bad and nothing was sent, NodeApiError when a call
 * failed, was canceled or could not be made; neither with `continueOnFail`.
 */
export async function runOperation(
	operation: Operation,
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[]> {
	const startMs = systemClock.nowMs();
	const node = context.getNode();
	if (!continueOnFail && wouldPushAgain(operation, node)) throw notPushed(node);
	const log = (sentence: string): void => {
		context.logger.info(`${node.name}: ${sentence}`);
	};
	const statistics = new CallStatistics(log);
	const { stopSignal, cancelSignal, onFailure } = stopSignalsOf(context, continueOnFail);
	const serviceWith = serviceFor(context, { stopSignal, cancelSignal, observer: statistics });
	const options = { stopSignal, onFailure };
	const { jobs, badItems, hints, includesInput, earlier, labelsWithoutUser } = await readAndPlan();
	logLongDuration(operation, jobs, log);

	const results = await runJobs(
		jobs,
		async ({ payload, settings, expected }) =>
			await operation.call(
				serviceWith(settings),
				payload,
				expected.map(({ subject }) => subject),
			),
		options,
	);
	earlier?.remember(operation.earlierRunKeys?.(results, labelsWithoutUser) ?? []);
	const {
		items,
		counts,
		warnings: outcomeWarnings,
	} = buildOutput(operation, results, badItems, {
		continueOnFail,
		inputs: context.getInputData(),
		includesInput,
	});
	if (cancelSignal?.aborted === true) {
		// n8n keeps nothing that a node gives or throws once its execution is canceled.
		log(['The execution was canceled.', ...counts.tally].join(' '));
	}
	if (!continueOnFail) throwIfFailed(node, results, counts);

	const warnings = warningHints([
		...jobs.flatMap(({ warning }) => warning ?? []),
		...outcomeWarnings,
	]);
	for (const { message } of warnings) log(message);
	const countTexts = operation.countTexts?.(results) ?? [counts.total];
	const elapsedMs = systemClock.nowMs() - startMs;
	// Older n8n has none; the warnings are in its log all the same.
	context.addExecutionHints?.(
		runSummary(countTexts, counts, badItems, {
			calls: statistics.calls,
			elapsedMs,
			isAllSucceeded: [...results.values()].every(({ state }) => state === 'succeeded'),
		}),
		...hints,
		...warnings,
		...waitHints(statistics.longWaits),
	);
	return items;

	async function prefetchFor(
		requests: Array<ItemRequest<unknown>>,
		labelsWithoutUser: string[],
	): Promise<JobResults> {
		const { prefetch } = operation;
		if (prefetch === undefined) return new Map();
		const prefetchAll = async (jobs: Job[]) =>
			await runJobs(
				jobs,
				async ({ payload, settings }) => await prefetch.call(serviceWith(settings), payload),
				options,
			);
		const first = await prefetchAll(prefetch.plan(requests));
		const more = await prefetchAll(prefetch.planMore?.(requests, first, labelsWithoutUser) ?? []);
		return new Map([...first, ...more]);
	}

	/** A function of its own, so that the requests of 100,000 items are gone before the output is built. */
	async function readAndPlan() {
		const { goodItems, badItems, hints } = await readInput(operation, context, {
			stopSignal,
			observer: statistics,
		});
		if (!continueOnFail) throwIfBadItems(node, badItems, operation);

		const labelsWithoutUser = badItems.flatMap((item) => item.labelsWithoutUser ?? []);
		const prefetched = await prefetchFor(goodItems, labelsWithoutUser);
		const unreadableItemIndexes = badItems
			.filter((item) => item.labelsWithoutUser === undefined)
			.map(({ itemIndex }) => itemIndex);
		const earlier =
			operation.earlierRunKeys && earlierRunsOf(context, unreadableItemIndexes.length > 0);
		const earlierRuns = earlier?.runs ?? [];
		const jobs = operation.plan(goodItems, { prefetched, unreadableItemIndexes, earlierRuns });
		if (!continueOnFail) throwIfBlocked(node, jobs, operation);
		const includesInput = new Set(
			goodItems.filter((item) => item.includesInput).map(({ itemIndex }) => itemIndex),
		);
		return { jobs, badItems, hints, includesInput, earlier, labelsWithoutUser };
	}
}

/** Reads and checks all items, before anything is sent. */
async function readInput(
	operation: Operation,
	context: IExecuteFunctions,
	env: Pick<CallEnvironment, 'stopSignal' | 'observer'>,
) {
	if (wouldPushAgain(operation, context.getNode())) {
		return { goodItems: [], badItems: itemsNotPushed(context.getInputData()), hints: [] };
	}
	const read = readItems(context, (item) => ({
		request: operation.read(item),
		includesInput: readIncludesInput(item),
		settings: readSettings(item),
	}));
	return { ...read, ...(await rejectOtherCredentials(context, read, env)) };
}

/**
 * A user's stop cuts calls off; a failed call lets those under way end, and none start after it.
 *
 * Not with `AbortSignal.any`: Node.js 20 keeps such a signal for ever once something listens to it.
 */
function stopSignalsOf(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): { stopSignal: AbortSignal; cancelSignal?: AbortSignal; onFailure(): void } {
	const stop = new AbortController();
	const cancelSignal = context.getExecutionCancelSignal();
	if (cancelSignal !== undefined) {
		whenAborted(cancelSignal, () => {
			stop.abort();
		});
	}
	return {
		cancelSignal,
		stopSignal: stop.signal,
		onFailure: () => {
			if (!continueOnFail) stop.abort();
		},
	};
}

/** A run of some minutes is told in the log when it begins. */
function logLongDuration(
	{ rateOf = () => undefined }: Operation,
	jobs: Job[],
	log: (sentence: string) => void,
): void {
	const calls = jobs.filter(
		({ payload, blockedReason }) => blockedReason === undefined && rateOf(payload) !== undefined,
	);
	const expectedMs = durationMs(calls, rateOf);
	if (expectedMs < LONG_WAIT_MS) return;
	log(`${quantity(calls.length, 'calls')} take about ${durationText(expectedMs)} at this rate.`);
}
