/** Several processes that call one service, which counts all their calls together. */
import { asCallFailure, CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
import { callWithRetries } from '../../nodes/AgoraChatPush/service/limits/callWithRetries.ts';
import { RateLimiters } from '../../nodes/AgoraChatPush/service/limits/rateLimiter.ts';
import { limitsFor } from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import { VirtualClock } from './virtualClock.mts';
import { aSend } from './virtualService.mts';

/** What a process does: it makes calls, as many as it can, until one of the two is reached. */
export interface Work {
	calls: number;
	endMs: number;
}

export interface SharedRun {
	processes: Work[];
	/** What the service takes. */
	callsPerSecond: number;
	/** Whether it counts in whole seconds, or lets what was not used up to a second ago add up. */
	countsIn: 'seconds' | 'tokens';
	/** What it asks for when it refuses a call. */
	retryAfterMs?: number;
	roundTripMs: number;
	/** Each number from 0 up to 1, for the lengths of round trips and for jitter. */
	random: () => number;
}

export interface Answered {
	process: number;
	startMs: number;
	arrivedMs: number;
	isRefused: boolean;
}

/** Calls that a process has under way or waiting. */
const LANES = 20;

/** By how much one process may start before another. */
const MAX_APART_MS = 1000;

/** Without n8n's HTTP helper and all that reads an answer, which would take most of the time. */
export async function runShared(
	run: SharedRun,
): Promise<{ answered: Answered[]; failures: CallFailure[] }> {
	const clock = new VirtualClock();
	const answered: Answered[] = [];
	const failures: CallFailure[] = [];
	const { retryAfterMs, roundTripMs, random } = run;
	const isTaken = COUNTERS[run.countsIn](run.callsPerSecond);
	const { rate, settings, ...request } = aSend({ requestsPerSecond: undefined });
	const limits = limitsFor(rate, undefined);

	const work = async ({ calls, endMs }: Work, process: number): Promise<void> => {
		const rateLimiters = new RateLimiters(clock);
		const attempt = async (): Promise<void> => {
			await rateLimiters.acquire('app', limits);
			const startMs = clock.nowMs();
			const halfMs = roundTripMs * (0.4 + 0.2 * random());
			await clock.sleep(halfMs);
			const arrivedMs = clock.nowMs();
			const isRefused = !isTaken(arrivedMs);
			answered.push({ process, startMs, arrivedMs, isRefused });
			await clock.sleep(halfMs);
			if (!isRefused) return;
			rateLimiters.refused('app', limits, {
				startMs,
				isRateExceeded: true,
				pauseMs: retryAfterMs,
			});
			throw new CallFailure(
				{ message: 'Refused', description: '', isUncertain: false, isTransient: true },
				{ isRateExceeded: true, retryAfterMs },
			);
		};
		let callsLeft = calls;
		const lane = async (): Promise<void> => {
			while (callsLeft > 0 && clock.nowMs() < endMs) {
				callsLeft -= 1;
				await callWithRetries({ ...request, rate, settings }, { clock, random }, attempt).catch(
					(error: unknown) => failures.push(asCallFailure(error)),
				);
			}
		};
		await clock.sleep(MAX_APART_MS * random());
		await Promise.all(Array.from({ length: LANES }, lane));
	};
	await clock.pass(Promise.all(run.processes.map(work)));
	return { answered, failures };
}

/** Whether a call that arrives at a moment is taken. */
const COUNTERS = {
	seconds(callsPerSecond: number) {
		let second = -1;
		let calls = 0;
		return (nowMs: number) => {
			const current = Math.floor(nowMs / 1000);
			calls = current === second ? calls + 1 : 1;
			second = current;
			return calls <= callsPerSecond;
		};
	},
	tokens(callsPerSecond: number) {
		let tokens = callsPerSecond;
		let filledMs = 0;
		return (nowMs: number) => {
			const gained = ((nowMs - filledMs) / 1000) * callsPerSecond;
			tokens = Math.min(callsPerSecond, tokens + gained);
			filledMs = nowMs;
			if (tokens < 1) return false;
			tokens -= 1;
			return true;
		};
	},
};
