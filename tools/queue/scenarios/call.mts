import { jsonOrText } from '../../lib/json.mts';
import { SHOP_SECRET, type Cluster } from '../cluster/index.mts';

/** What a caller of a webhook got. */
export interface Answer {
	/** Null when none came. */
	status: number | null;
	/** Its JSON, or its text; why none came. */
	body: unknown;
	tookMs: number;
}

/** Longer than n8n takes to give up an execution whose worker has died. */
const PATIENCE_MS = 180_000;

/** Calls a published webhook as another system would, one with much patience. */
export async function callWebhook(
	{ n8n, signal }: Cluster,
	path: string,
	body: object,
): Promise<Answer> {
	const startedMs = performance.now();
	const tookMs = () => performance.now() - startedMs;
	try {
		const response = await fetch(`${n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [SHOP_SECRET.name]: SHOP_SECRET.value },
			body: JSON.stringify(body),
			signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
		});
		const text = await response.text();
		return { status: response.status, body: jsonOrText(text), tookMs: tookMs() };
	} catch (error) {
		if (signal.aborted) throw error;
		return { status: null, body: String(error), tookMs: tookMs() };
	}
}
