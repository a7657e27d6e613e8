import root from '../jest.config.mjs';

/** One worker, so that all files share one n8n, one simulator and one browser. */
export default {
	...root,
	rootDir: '..',
	roots: ['<rootDir>/e2e'],
	testEnvironment: '<rootDir>/e2e/support/stageEnvironment.cts',
	globalTeardown: '<rootDir>/e2e/support/closeStage.cts',
	maxWorkers: 1,
	testTimeout: 60_000,
};
