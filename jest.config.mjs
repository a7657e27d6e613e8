const typescript = {
	jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
	module: { type: 'commonjs' },
};

/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	/** No test is about the speed of the machine, which may be busy with others. */
	testTimeout: 60_000,
	testMatch: ['**/*.test.mts'],
	moduleFileExtensions: ['mts', 'cts', 'ts', 'js', 'mjs', 'cjs', 'json', 'node'],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform: { '\\.[cm]?ts$': ['@swc/jest', typescript] },
};
