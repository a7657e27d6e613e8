/** First, because n8n reads its settings when it is loaded. */
import './allLogged.cts';

import { TestEnvironment } from 'jest-environment-node';

import { loadEngine, type Engine } from '../../tools/engine/index.mts';

declare global {
	/** n8n's engine with the built node, in test files that ask for `engineEnvironment`. */
	var n8nEngine: Engine;
}

let engine: Promise<Engine> | undefined;

/**
 * Lends tests an engine from outside jest's sandbox: loaded once for all files of a worker, and
 * with native modules, which cannot be loaded twice in one process.
 */
export default class EngineEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		engine ??= loadEngine();
		this.global.n8nEngine = await engine;
	}
}
