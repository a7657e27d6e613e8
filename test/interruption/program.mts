import { once } from 'node:events';

import { loadEngine } from '../../tools/engine/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { isOrder, type Ready, type Report } from './programMessages.mts';

/** Runs the node once, in a process of its own, as the process that started it orders. */
globalThis.n8nEngine = await loadEngine();
tell('ready');
const order = await once(process, 'message').then(([message]: unknown[]) => message);
if (!isOrder(order)) throw new Error('The order has another shape.');

const { credentials, stopAfterMs, ...run } = order;
const signal = stopAfterMs === undefined ? undefined : AbortSignal.timeout(stopAfterMs);
const { items, error } = await runNode({ credentials }, { ...run, signal });
tell({ itemCount: items.length, error: error?.text });
// From here on, nothing but what the node left behind keeps this process alive.
process.disconnect();

function tell(message: Ready | Report): void {
	process.send?.(message);
}
