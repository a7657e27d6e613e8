import { isDataObject } from '../json/dataObject';
import type { Deadline } from './limits/deadline';

/**
 * Bytes that a response may have once it is unpacked. The largest real one is a page of 100 entries,
 * which may then have 200 kB each.
 */
export const MAX_RESPONSE_BYTES = 20_000_000;

/** A stream of Node.js, as far as it is needed here. */
interface Download extends AsyncIterable<unknown> {
	destroy(): unknown;
}

/**
 * Reads the body of a response; closes its connection at the deadline, or when it is too large.
 *
 * @param body a stream, or a finished body as n8n's mocked responses are.
 * @returns undefined when it is larger than a response may be.
 */
export async function readBody(
	body: unknown,
	{ signal, abortCall }: Pick<Deadline, 'signal' | 'abortCall'>,
): Promise<string | undefined> {
	if (!isDownload(body)) return asText(body);
	const stop = (): void => {
		body.destroy();
	};
	signal.addEventListener('abort', stop);
	if (signal.aborted) stop();
	try {
		const decoder = new TextDecoder();
		const pieces: string[] = [];
		let bytes = 0;
		for await (const chunk of body) {
			if (!isBytes(chunk)) continue;
			bytes += chunk.byteLength;
			if (bytes > MAX_RESPONSE_BYTES) {
				// The call before its stream: axios listens to the signal no longer than to the stream.
				abortCall();
				return undefined;
			}
			pieces.push(decoder.decode(chunk, { stream: true }));
		}
		return [...pieces, decoder.decode()].join('');
	} finally {
		stop();
	}
}

function isDownload(body: unknown): body is Download {
	return (
		typeof body === 'object' &&
		body !== null &&
		Symbol.asyncIterator in body &&
		'destroy' in body &&
		typeof body.destroy === 'function'
	);
}

function isBytes(chunk: unknown): chunk is Uint8Array {
	return ArrayBuffer.isView(chunk);
}

function asText(body: unknown): string {
	if (typeof body === 'string') return body;
	return isDataObject(body) || Array.isArray(body) ? JSON.stringify(body) : '';
}
