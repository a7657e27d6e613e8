import { TestEnvironment } from 'jest-environment-node';

import { openStage, type Stage } from './stage.mts';

declare global {
	/** The running n8n, simulator and browser. */
	var stage: Stage;
}

/** Lends all test files the same stage, from outside jest's sandbox. */
export default class StageEnvironment extends TestEnvironment {
	override async setup(): Promise<void> {
		await super.setup();
		this.global.stage = await openStage();
	}
}
