import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executionMemory } from './executionMemory';
import type { Operation } from './operation';
import { buildOutput } from './output/buildOutput';
import { receipt, waitHints, warningHints } from './output/receipt';
import { notPushed, rowsNotPushed, wouldPushAgain } from './output/retryOnFail';
import { throwIfBadRows, throwIfBlocked, throwIfFailed } from './output/stopExecution';
import { commonToRows } from './reading/commonToRows';
import { readRows } from './reading/readRows';
import { includeInputFields } from './resources/options';
import { readCallSettings } from './resources/readFields';
import { runJobs } from './runJobs';
import { CallStatistics } from './service/limits/callStatistics';
import type { CallEnvironment } from './service/limits/callWithRetries';
import { systemClock } from './service/limits/clock';
import { whenAborted } from './service/limits/whenAborted';
import { rejectOtherApps } from './service/otherApps';
import { connectService } from './service/service';

const readSettings = commonToRows(readCallSettings);
const readIncludesInput = commonToRows((row) => row.hasOption(includeInputFields));

/**
 * The one way through: items → requests → plan → calls → outcomes → items.
 *
 * @param continues whether On Error is one of the two 'continue' settings: bad rows, refused users
 * and failed calls then become error items, and everything else goes on.
 * @throws NodeOperationError when a row is bad and nothing was sent, NodeApiError when a call
 * failed or was called off; neither with `continues`.
 */
export async function runOperation(
	operation: Operation,
	context: IExecuteFunctions,
	continues: boolean,
): Promise<INodeExecutionData[]> {
	const startMs = systemClock.nowMs();
	const node = context.getNode();
	if (!continues && wouldPushAgain(operation, node)) throw notPushed(node);
	const log = (sentence: string): void => {
		context.logger.info(`${node.name}: ${sentence}`);
	};
	const statistics = new CallStatistics(log);
	const { stopSignal, cancelSignal, onFailure } = stopsOf(context, continues);
	const serviceWith = connectService(context, { stopSignal, cancelSignal, observer: statistics });
	const options = { stopSignal, onFailure };
	const { jobs, badRows, hints, includesInput } = await readAndPlan();

	const endings = await runJobs(
		jobs,
		async ({ payload, settings, expected }) =>
			await operation.call(
				serviceWith(settings),
				payload,
				expected.map(({ subject }) => subject),
			),
		options,
	);
	const { items, counts } = buildOutput(operation, endings, badRows, {
		continues,
		inputs: context.getInputData(),
		includesInput,
	});
	if (cancelSignal?.aborted === true) {
		// n8n keeps nothing that a node gives or throws once its execution is canceled.
		log(['The execution was canceled.', ...counts.tally].join(' '));
	}
	if (!continues) throwIfFailed(node, endings, counts);

	const warnings = warningHints(jobs);
	for (const { message } of warnings) log(message);
	const subjects = operation.countTexts?.(endings) ?? [counts.total];
	const elapsedMs = systemClock.nowMs() - startMs;
	context.addExecutionHints(
		receipt(subjects, counts, badRows, {
			calls: statistics.calls,
			elapsedMs,
			isAllSucceeded: [...endings.values()].every(({ state }) => state === 'succeeded'),
		}),
		...hints,
		...warnings,
		...waitHints(statistics.longWaits),
	);
	return items;

	/** A function of its own, so that the requests of 100,000 items are gone before the output is built. */
	async function readAndPlan() {
		const { goodRows, badRows, hints } = await readItems(operation, context, {
			stopSignal,
			observer: statistics,
		});
		if (!continues) throwIfBadRows(node, badRows);

		const { prefetch } = operation;
		const prefetched = await runJobs(
			prefetch?.plan(goodRows) ?? [],
			async ({ payload, settings }) => await prefetch?.call(serviceWith(settings), payload),
			options,
		);
		const unreadableRows = badRows.filter(({ isBlank }) => !isBlank).map(({ row }) => row);
		const memory = operation.memoryKey && executionMemory(context);
		const earlierRuns = memory?.earlierRuns ?? [];
		const jobs = operation.plan(goodRows, { prefetched, unreadableRows, earlierRuns });
		if (!continues) throwIfBlocked(node, jobs, operation);
		memory?.leave({
			keys: [...new Set(goodRows.map(({ request }) => operation.memoryKey?.(request) ?? ''))],
			hadUnreadableItems: unreadableRows.length > 0,
		});
		const includesInput = new Set(
			goodRows.filter((row) => row.includesInput).map(({ row }) => row),
		);
		return { jobs, badRows, hints, includesInput };
	}
}

/** Reads and checks all items, before anything is sent. */
async function readItems(
	operation: Operation,
	context: IExecuteFunctions,
	env: Pick<CallEnvironment, 'stopSignal' | 'observer'>,
) {
	if (wouldPushAgain(operation, context.getNode())) {
		return { goodRows: [], badRows: rowsNotPushed(context.getInputData()), hints: [] };
	}
	const rows = readRows(context, (row) => ({
		request: operation.read(row),
		includesInput: readIncludesInput(row),
		settings: readSettings(row),
	}));
	return { ...rows, ...(await rejectOtherApps(context, rows, env)) };
}

/**
 * A user's stop cuts calls off; a failed call lets those under way end, and none start after it.
 *
 * Not with `AbortSignal.any`: Node.js 20 keeps such a signal for ever once something listens to it.
 */
function stopsOf(
	context: IExecuteFunctions,
	continues: boolean,
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
			if (!continues) stop.abort();
		},
	};
}
