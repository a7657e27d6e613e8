import tseslint from 'typescript-eslint';

/** For the TypeScript that never ships: simulator, tests, tools. n8n's own rules stay in eslint.config.mjs. */
export default tseslint.config(
	{ ignores: ['dist/**', 'nodes/**', 'credentials/**', '**/*.js', '**/*.mjs'] },
	{
		files: ['**/*.mts', '**/*.cts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.tools.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
);
