const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Acts once the signal is set, at once if it is already. However many wait for a signal, it has one
 * listener: Node.js warns of a signal with more than ten.
 *
 * @returns a function that calls it off, so that nothing is kept as long as the signal.
 */
export function whenAborted(signal: AbortSignal, act: () => void): () => void {
	if (signal.aborted) {
		act();
		return () => undefined;
	}
	const acts = waiting.get(signal) ?? listenTo(signal);
	acts.add(act);
	return () => {
		acts.delete(act);
	};
}

function listenTo(signal: AbortSignal): Set<() => void> {
	const acts = new Set<() => void>();
	waiting.set(signal, acts);
	const abort = (): void => {
		for (const act of acts) act();
		acts.clear();
	};
	signal.addEventListener('abort', abort, { once: true });
	return acts;
}
