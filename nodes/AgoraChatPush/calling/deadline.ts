/** When a call has to be over. */
export interface Deadline {
	/** Set at the deadline, or when the execution is stopped. */
	signal: AbortSignal;
	/** Never resolves, and rejects with a code as axios gives it once the signal is set. */
	passing: Promise<never>;
	/** Whether it was the deadline, and not a stop of the execution. */
	hasPassed: () => boolean;
	/** To be called when the call is over, so that nothing of it is kept until the deadline. */
	done: () => void;
}

/**
 * The timeout of n8n's HTTP helper begins anew with every byte, and is lost with the connection
 * when a server answers 101; a call would then never end.
 */
export function deadlineOf(timeoutMs: number, cancelSignal: AbortSignal | undefined): Deadline {
	const timeout = AbortSignal.timeout(timeoutMs);
	const signal = cancelSignal === undefined ? timeout : AbortSignal.any([timeout, cancelSignal]);
	const hasPassed = (): boolean => timeout.aborted && cancelSignal?.aborted !== true;
	const over = new AbortController();
	const passing = new Promise<never>((_resolve, reject) => {
		const pass = (): void => {
			const code = hasPassed() ? 'ETIMEDOUT' : 'ERR_CANCELED';
			reject(Object.assign(new Error('The call was cut off.'), { code }));
		};
		signal.addEventListener('abort', pass, { signal: over.signal });
	});
	passing.catch(() => undefined);
	return { signal, passing, hasPassed, done: () => over.abort() };
}
