import { sleep } from 'n8n-workflow';

import { whenAborted } from './whenAborted';

/** Ends a call in time, or when the execution is canceled. */
export interface Deadline {
	/** Aborted at the deadline, or when the execution is canceled. */
	signal: AbortSignal;
	/** Rejects when the call goes on after the signal was aborted; never resolves. */
	expiry: Promise<never>;
	/** Why the call was cut off; undefined while it was not. */
	cutOffBy: () => 'deadline' | 'cancel' | undefined;
	/** Cuts the call off now. */
	abortCall: () => void;
	/** Removes the listeners; to be called when the call is over. */
	dispose: () => void;
}

/** Time for an aborted call to end by itself: its own error tells how far it had come. */
const GRACE_MS = 100;

/**
 * The timeout of n8n's HTTP helper begins anew with every byte, and is lost with the connection
 * when a server answers 101; a call would then never end.
 *
 * Not with `AbortSignal.any`: Node.js 20 keeps such a signal for ever once something listens to it.
 */
export function deadlineOf(timeoutMs: number, cancelSignal: AbortSignal | undefined): Deadline {
	const call = new AbortController();
	const timeout = AbortSignal.timeout(timeoutMs);
	let reason: 'deadline' | 'cancel' | undefined;
	const expiry = new Promise<never>((_resolve, reject) => {
		call.signal.addEventListener('abort', () => {
			void sleep(GRACE_MS).then(() => {
				reject(new Error('The call was cut off.'));
			});
		});
	});
	expiry.catch(() => undefined);

	const cutOff = (by: 'deadline' | 'cancel'): void => {
		reason ??= by;
		call.abort();
	};
	const expire = (): void => cutOff('deadline');
	timeout.addEventListener('abort', expire);
	const forgetCancel = cancelSignal && whenAborted(cancelSignal, () => cutOff('cancel'));
	return {
		signal: call.signal,
		expiry,
		cutOffBy: () => reason,
		abortCall: () => call.abort(),
		dispose: () => {
			timeout.removeEventListener('abort', expire);
			forgetCancel?.();
		},
	};
}
