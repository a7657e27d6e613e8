import { AsyncLocalStorage } from 'node:async_hooks';

import { CredentialTestContext } from 'n8n-core';
import type { Logger } from 'n8n-workflow';

/** What was handed to n8n's logger. */
export interface LogLine {
	level: Level;
	message: string;
	metadata: unknown;
}

type Level = 'error' | 'warn' | 'info' | 'debug';

const LEVELS: Level[] = ['error', 'warn', 'info', 'debug'];

const collected = new AsyncLocalStorage<LogLine[]>();

/**
 * Runs an action, and adds what is logged meanwhile on its behalf to `lines`. n8n's log level
 * counts: a line below it is not made at all.
 */
export async function collectLog<Result>(
	lines: LogLine[],
	action: () => Promise<Result>,
): Promise<Result> {
	return await collected.run(lines, action);
}

/** Lets `collectLog` hear of what n8n's one logger gets, which all contexts share. */
export function listenToLog(): void {
	const { logger }: { logger: Logger } = new CredentialTestContext();
	for (const level of LEVELS) {
		const log = logger[level].bind(logger);
		// n8n pins the methods of levels that are off.
		if (Object.getOwnPropertyDescriptor(logger, level)?.writable === false) continue;
		logger[level] = (message, metadata) => {
			collected.getStore()?.push({ level, message, metadata });
			log(message, metadata);
		};
	}
}
