const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when the signal is set, at once if it is already. However many callbacks there are, the
 * signal has one listener: Node.js warns of a signal with more than ten.
 *
 * @returns a function that removes the callback, which would live as long as the signal.
 */
export function whenAborted(signal: AbortSignal, callback: () => void): () => void {
	if (signal.aborted) {
		callback();
		return () => undefined;
	}
	const callbacks = callbacksOf.get(signal) ?? listenTo(signal);
	callbacks.add(callback);
	return () => {
		callbacks.delete(callback);
	};
}

function listenTo(signal: AbortSignal): Set<() => void> {
	const callbacks = new Set<() => void>();
	callbacksOf.set(signal, callbacks);
	const abort = (): void => {
		for (const callback of callbacks) callback();
		callbacks.clear();
	};
	signal.addEventListener('abort', abort, { once: true });
	return callbacks;
}
