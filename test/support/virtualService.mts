import { asCallFailure, type CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
import { CallStatistics } from '../../nodes/AgoraChatPush/service/limits/callStatistics.ts';
import { RateLimiters } from '../../nodes/AgoraChatPush/service/limits/rateLimiter.ts';
import { createService, type Service } from '../../nodes/AgoraChatPush/service/service.ts';
import type {
	CallSettings,
	ServiceRequest,
} from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { aCall } from './serviceCall.mts';
import { VirtualClock } from './virtualClock.mts';

/** How an attempt ends: with an answer, or with an error of Node.js. */
export type Ending = { status: number; retryAfter?: string; body?: string } | { code: string };

export const DONE: Ending = { status: 200 };

/** A request, and how it is to be made. */
export type GivenCall = ServiceRequest & { settings: CallSettings };

/** What became of a call that may have been attempted several times. */
export interface CallReport {
	/** When each attempt began. */
	startsMs: number[];
	endMs: number;
	/** Undefined when the call succeeded in the end. */
	failure: CallFailure | undefined;
}

/** The door to the network in virtual time, in front of a service that a test makes up. */
export class VirtualService {
	readonly clock = new VirtualClock();

	readonly stop = new AbortController();

	/** Sentences that a user was told, with the moment. */
	readonly announced: { atMs: number; sentence: string }[] = [];

	readonly journal = new CallStatistics((sentence) => {
		this.announced.push({ atMs: this.clock.nowMs(), sentence });
	});

	private readonly serviceWith: (settings: CallSettings) => Service;

	private startsMs: number[] = [];

	/**
	 * @param endings of the attempts in their order; those after them succeed.
	 * @param attemptMs how long each attempt takes.
	 * @param chance for the jitter of waits.
	 */
	constructor(endings: Ending[], { attemptMs = 100, chance = 0 } = {}) {
		const left = endings.values();
		this.serviceWith = createService(
			async () => await Promise.resolve(aCall().credential),
			async ({ abortSignal }) => {
				if (abortSignal?.aborted === true) throw new Error('The call came too late.');
				this.startsMs.push(this.clock.nowMs());
				await this.clock.sleep(attemptMs);
				return asHttp(left.next().value ?? DONE);
			},
			{
				clock: this.clock,
				rateLimiters: new RateLimiters(this.clock),
				random: () => chance,
				stopSignal: this.stop.signal,
				observer: this.journal,
			},
		);
	}

	async call(request: GivenCall): Promise<CallReport> {
		const failure = await this.clock.pass(this.attempt(request));
		return { startsMs: this.startsMs, endMs: this.clock.nowMs(), failure };
	}

	/** Makes many calls at once. */
	async callTogether(requests: GivenCall[]): Promise<(CallFailure | undefined)[]> {
		return await this.clock.pass(
			Promise.all(requests.map(async (request) => await this.attempt(request))),
		);
	}

	/** Makes calls that overlap, each some time after the one before it. */
	async callOneAfterAnother(requests: GivenCall[], gapMs: number): Promise<{ startsMs: number[] }> {
		const calls = requests.map(async (request, index) => {
			await this.clock.sleep(index * gapMs);
			await this.attempt(request);
		});
		await this.clock.pass(Promise.all(calls));
		return { startsMs: this.startsMs };
	}

	get callsMade(): number {
		return this.startsMs.length;
	}

	/** Stops the execution after some time. */
	stopAfter(delayMs: number): void {
		void this.clock.sleep(delayMs).then(() => {
			this.stop.abort();
		});
	}

	private async attempt({ settings, ...request }: GivenCall): Promise<CallFailure | undefined> {
		const service = this.serviceWith(settings);
		return await service.call(request).then(() => undefined, asCallFailure);
	}
}

/** As the form's defaults have it, but with no limit to the pace. */
export const RETRY_SETTINGS: CallSettings = {
	timeoutMs: 1000,
	maxRetries: 3,
	maxRetryWaitMs: 120_000,
	requestsPerSecond: 1_000_000,
};

export function aSend(
	settings: Partial<CallSettings> = {},
	kind: 'single' | 'task' = 'single',
): GivenCall {
	return {
		method: 'POST',
		path: ['push', kind],
		rate: `push/${kind}`,
		body: {},
		settings: { ...RETRY_SETTINGS, ...settings },
		ifRepeated: 'pushesAgain',
	};
}

export function aRead(settings: Partial<CallSettings> = {}): GivenCall {
	return {
		method: 'GET',
		path: ['push', 'label'],
		rate: 'push/label',
		settings: { ...RETRY_SETTINGS, ...settings },
		ifRepeated: 'harmless',
	};
}

/** @throws Error as n8n's HTTP helper does, for an attempt without an answer. */
function asHttp(ending: Ending): unknown {
	if ('code' in ending) throw Object.assign(new Error('The call failed.'), { code: ending.code });
	const { status, retryAfter, body = '{"data":{}}' } = ending;
	return {
		statusCode: status,
		body,
		headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
	};
}
