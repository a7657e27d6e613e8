import type { Delivery } from './delivery.mts';
import type { RecordedRequest } from './requests.mts';

export interface PushTask {
	readonly taskId: string;
	readonly action: 'sendToLabels' | 'sendToAll' | 'sendToUserList';
	readonly recipients: number;
	readonly createdAt: number;
	/** When it was to start; left out when it started at once. */
	readonly startsAt?: number;
}

export interface LabelChange {
	readonly label: string;
	readonly change: 'created' | 'deleted' | 'membersAdded' | 'membersRemoved';
	readonly usernames: readonly string[];
}

export interface SimulatorEvents {
	/** A request was answered, or left without an answer by the weather. */
	request: RecordedRequest;
	delivery: Delivery;
	task: PushTask;
	labelChanged: LabelChange;
	/** Everything went back to the beginning. */
	reset: null;
}

type Listeners = {
	[E in keyof SimulatorEvents]: Set<(value: SimulatorEvents[E]) => void>;
};

const WAIT_MS = 5000;

/** Tells tests and the page what happens, as it happens. */
export class EventHub {
	private readonly listeners: Listeners = {
		request: new Set(),
		delivery: new Set(),
		task: new Set(),
		labelChanged: new Set(),
		reset: new Set(),
	};
	private readonly cancelWaits = new Set<() => void>();

	emit<E extends keyof SimulatorEvents>(event: E, value: SimulatorEvents[E]): void {
		for (const listener of this.listeners[event]) listener(value);
	}

	/** Calls the listener at every such event from now on. */
	on<E extends keyof SimulatorEvents>(
		event: E,
		listener: (value: SimulatorEvents[E]) => void,
	): void {
		this.listeners[event].add(listener);
	}

	/**
	 * The next event that matches. What happened before the call does not count.
	 * Rejects after `timeoutMs`, or when the simulator closes.
	 */
	waitFor<E extends keyof SimulatorEvents>(
		event: E,
		matches: (value: SimulatorEvents[E]) => boolean = () => true,
		timeoutMs: number = WAIT_MS,
	): Promise<SimulatorEvents[E]> {
		return new Promise((resolve, reject) => {
			const settle = (finish: () => void): void => {
				clearTimeout(timer);
				this.listeners[event].delete(listener);
				this.cancelWaits.delete(cancel);
				finish();
			};
			const listener = (value: SimulatorEvents[E]): void => {
				if (!matches(value)) return;
				settle(() => {
					resolve(value);
				});
			};
			const fail = (why: string): void => {
				settle(() => {
					reject(new Error(`No '${event}' event matched: ${why}.`));
				});
			};
			const cancel = (): void => {
				fail('the simulator was closed');
			};
			const timer = setTimeout(fail, timeoutMs, `waited ${timeoutMs} ms`);
			this.listeners[event].add(listener);
			this.cancelWaits.add(cancel);
		});
	}

	/** Ends every wait with an error. */
	close(): void {
		for (const cancel of this.cancelWaits) cancel();
	}
}
