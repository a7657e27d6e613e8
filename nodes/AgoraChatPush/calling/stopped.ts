import { ServiceFailure } from './serviceFailure';

/** A call was called off before it was made; nothing was sent for it. */
export class Stopped extends ServiceFailure {
	constructor() {
		super({
			message: 'The execution was canceled before this call',
			description: 'Nothing was sent for it. Run it again.',
			isUncertain: false,
		});
	}
}

const stoppings = new WeakMap<AbortSignal, Promise<never>>();

/**
 * Rejects with `Stopped` once the signal is set, and never resolves. One promise for each signal,
 * because Node.js warns of a signal that many listen to.
 */
export async function stopping(signal: AbortSignal): Promise<never> {
	const known = stoppings.get(signal);
	if (known !== undefined) return await known;
	const promise = new Promise<never>((_resolve, reject) => {
		const stop = (): void => {
			reject(new Stopped());
		};
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
	promise.catch(() => undefined);
	stoppings.set(signal, promise);
	return await promise;
}
