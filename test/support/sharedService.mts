/** Several processes that call one service, which counts all their calls together. */
import { asCallFailure, type CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
import { RateLimiters } from '../../nodes/AgoraChatPush/service/limits/rateLimiter.ts';
import { createService } from '../../nodes/AgoraChatPush/service/service.ts';
import { aCall } from './serviceCall.mts';
import { VirtualClock } from './virtualClock.mts';
import { aSend } from './virtualService.mts';

export interface SharedRun {
	/** How many processes there are, and when each ends. */
	endsMs: number[];
	/** What the service takes. */
	callsPerSecond: number;
	/** Whether it counts in whole seconds, or lets what was not used up to a second ago add up. */
	countsIn: 'seconds' | 'tokens';
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

/** Lets every process make calls, as many as it can, until its end. */
export async function runShared(
	run: SharedRun,
): Promise<{ answered: Answered[]; failures: CallFailure[] }> {
	const clock = new VirtualClock();
	const answered: Answered[] = [];
	const failures: CallFailure[] = [];
	const { roundTripMs, random } = run;
	const isTaken = COUNTERS[run.countsIn](run.callsPerSecond);
	const callUntil = async (process: number, endMs: number): Promise<void> => {
		const service = createService(
			async () => await Promise.resolve(aCall().credential),
			async () => {
				const startMs = clock.nowMs();
				const halfMs = roundTripMs * (0.4 + 0.2 * random());
				await clock.sleep(halfMs);
				const arrivedMs = clock.nowMs();
				const isRefused = !isTaken(arrivedMs);
				answered.push({ process, startMs, arrivedMs, isRefused });
				await clock.sleep(halfMs);
				return { statusCode: isRefused ? 429 : 200, body: '{"data":{}}', headers: {} };
			},
			{ clock, rateLimiters: new RateLimiters(clock), random },
		);
		const { settings, ...request } = aSend({ requestsPerSecond: undefined });
		const lane = async (): Promise<void> => {
			while (clock.nowMs() < endMs) {
				await service(settings)
					.call(request)
					.catch((error: unknown) => {
						failures.push(asCallFailure(error));
					});
			}
		};
		await clock.sleep(50 * random());
		await Promise.all(Array.from({ length: LANES }, lane));
	};
	await clock.pass(
		Promise.all(
			run.endsMs.map(async (endMs, index) => {
				await callUntil(index, endMs);
			}),
		),
	);
	return { answered, failures };
}

/** Calls that a process has under way or waiting. */
const LANES = 30;

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
