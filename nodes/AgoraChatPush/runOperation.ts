import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { accountFor } from './output/buildOutput';
import { receipt, waitHints, warningHints } from './output/receipt';
import { notPushed, rowsNotPushed, wouldPushAgain } from './output/retryOnFail';
import { tally, throwIfBadRows, throwIfRefused, throwIfFailed } from './output/stopExecution';
import { rejectOtherApps } from './service/otherApps';
import { callAll } from './runJobs';
import { systemClock } from './service/limits/clock';
import type { CallEnvironment } from './service/limits/callWithRetries';
import { CallStatistics } from './service/limits/callStatistics';
import { connectService } from './service/service';
import { whenAborted } from './service/limits/whenAborted';
import { executionMemory } from './executionMemory';
import { commonToRows } from './reading/commonToRows';
import { readRows } from './reading/readRows';
import type { Operation } from './operation';
import { includeInputFields } from './resources/options';
import { readCallSettings } from './resources/readFields';

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
export async function runOperation<Request, Subject, Answer, Finding>(
	operation: Operation<Request, Subject, Answer, Finding>,
	context: IExecuteFunctions,
	continues: boolean,
): Promise<INodeExecutionData[]> {
	const startMs = systemClock.nowMs();
	const node = context.getNode();
	if (!continues && wouldPushAgain(operation, node)) throw notPushed(node);
	const log = (sentence: string): void => {
		context.logger.info(`${node.name}: ${sentence}`);
	};
	const journal = new CallStatistics(log);
	const { stopSignal, cancelSignal, onFailure } = stopsOf(context, continues);
	const { goodRows, badRows, hints } = await readItems(operation, context, {
		stopSignal,
		observer,
	});
	if (!continues) throwIfBadRows(node, badRows);

	const service = connectService(context, { stopSignal, cancelSignal, observer });
	const options = { stopSignal, onFailure };

	const { survey } = operation;
	const findings =
		survey === undefined
			? []
			: await callAll(
					survey.plan(goodRows),
					async ({ request }) => await survey.call(service, request),
					options,
				);
	const unreadableRows = badRows.filter(({ isBlank }) => !isBlank).map(({ row }) => row);
	const { marks } = operation;
	const memory = marks === undefined ? undefined : executionMemory(context);
	const earlierRuns = memory?.earlierRuns ?? [];
	const jobs = operation.plan(goodRows, { findings, unreadableRows, earlierRuns });
	if (!continues) throwIfRefused(node, jobs, operation);
	memory?.leave({
		marks: [...new Set(goodRows.flatMap(({ request }) => marks?.(request) ?? []))],
		hadUnreadableItems: unreadableRows.length > 0,
	});

	const settled = await callAll(
		jobs,
		async ({ request, subjects }) => await operation.call(service, request, subjects),
		options,
	);
	const setting = {
		continues,
		inputs: context.getInputData(),
		includesInput: new Set(goodRows.filter((row) => row.includesInput).map(({ row }) => row)),
	};
	const account = accountFor(operation, settled, badRows, setting);
	if (cancelSignal?.aborted === true) {
		// n8n keeps nothing that a node gives or throws once its execution is canceled.
		log(['The execution was canceled.', ...tally(account.fates, operation.unit)].join(' '));
	}
	if (!continues) throwIfFailed(node, settled, account.fates, operation.unit);

	const warnings = warningHints(jobs);
	for (const { message } of warnings) log(message);
	const subjects = operation.count?.(settled) ?? [account.fates.total(operation.unit)];
	const elapsedMs = systemClock.nowMs() - startMs;
	context.addExecutionHints(
		receipt(subjects, account.fates, badRows, {
			calls: journal.calls,
			elapsedMs,
			isAllSucceeded: settled.every(({ state }) => state === 'answered'),
		}),
		...hints,
		...warnings,
		...waitHints(journal.longWaits),
	);
	const concluded = operation.conclude?.(settled);
	if (concluded === undefined) return account.items;
	return accountFor(operation, concluded, badRows, setting).items;
}

/** Reads and checks all items, before anything is sent. */
async function readItems<Request, Subject, Answer, Finding>(
	operation: Operation<Request, Subject, Answer, Finding>,
	context: IExecuteFunctions,
	around: Pick<CallEnvironment, 'stopSignal' | 'observer'>,
) {
	if (wouldPushAgain(operation, context.getNode())) {
		return { goodRows: [], badRows: rowsNotPushed(context.getInputData()), hints: [] };
	}
	const rows = readRows(context, (row) => ({
		request: operation.read(row),
		includesInput: readIncludesInput(row),
		settings: readSettings(row),
	}));
	return { ...rows, ...(await rejectOtherApps(context, rows, around)) };
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
