import { isObject } from '../../lib/json.mts';
import { HELD, type HeldResources } from './heldResources.mts';

const ENDINGS = ['succeeded', 'failed', 'timedOut', 'stopped'] as const;

/** What a process went through that made many executions, and what it held meanwhile. */
export interface Life {
	/** Its version of Node.js. */
	node: string;
	wallMs: number;
	counts: Record<(typeof ENDINGS)[number], number>;
	/** Before the first execution, and after so many of them as was asked for. */
	held: HeldResources[];
}

export function isLife(value: unknown): value is Life {
	return (
		isObject(value) &&
		typeof value.node === 'string' &&
		typeof value.wallMs === 'number' &&
		hasNumbers(value.counts, ENDINGS) &&
		Array.isArray(value.held) &&
		value.held.every((held) => hasNumbers(held, HELD))
	);
}

function hasNumbers(value: unknown, names: readonly string[]): boolean {
	return isObject(value) && names.every((name) => typeof value[name] === 'number');
}
