import type { FastifyReply } from 'fastify';
import { SECTIONS } from './document.mts';
import type { Scene } from './section.mts';

/** Fast enough to feel at once, slow enough for thousands of pushes a second. */
const BEAT_MS = 250;
/** What a page waits before it connects again. */
const RETRY_MS = 1000;

/**
 * Keeps a page up to date with Server-Sent Events until it goes away: at every beat those sections
 * that look different from what was sent last. Drawing at a beat, and not at every event, also sees
 * what is changed in code, and bounds the work however much happens.
 */
export function streamSections(reply: FastifyReply, scene: Scene): FastifyReply {
	const hijacked = reply.hijack();
	const stream = reply.raw;
	const sent = new Map<string, string>();

	const beat = (): void => {
		// A page that reads slowly gets the newest state later, not every state in between.
		if (stream.writableNeedDrain) return;
		scene.service.deliverDue();
		for (const { id, draw } of SECTIONS) {
			const { markup } = draw(scene);
			if (sent.get(id) === markup) continue;
			sent.set(id, markup);
			stream.write(eventOf(id, markup));
		}
	};
	stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	stream.write(`retry: ${RETRY_MS}\n\n`);
	const timer = setInterval(beat, BEAT_MS);
	stream.on('close', () => {
		clearInterval(timer);
	});
	beat();
	return hijacked;
}

function eventOf(name: string, text: string): string {
	const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
	return `event: ${name}\n${lines.join('\n')}\n\n`;
}
