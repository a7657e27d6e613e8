import { ESLint } from 'eslint';

import { isObject } from '../lib/json.mts';

/** The parts of n8n's verification scan that work offline; its package comes without types. */
interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	buildScanConfig(): Promise<ESLint.Options['overrideConfig']>;
	analyzePackage(folder: string, patterns: string[]): Promise<Analysis>;
}

interface Analysis {
	passed: boolean;
	message?: string;
	details?: string;
}

const SCANNER = '@n8n/scan-community-package/scanner/scanner.mjs';

/** What the scan looks at in a published package; `SOURCE_FILE_PATTERNS` is for its repository. */
const TARBALL_FILE_PATTERNS = ['**/*.js', 'package.json'];

export interface ScannedFolder {
	folder: string;
	holds: 'source' | 'tarball';
}

/**
 * Scans a folder as n8n does before it verifies a package, and finds warnings besides.
 *
 * @returns what is wrong, empty when nothing is.
 */
export async function findViolations({ folder, holds }: ScannedFolder): Promise<string> {
	const scanner = await loadScanner();
	const patterns = holds === 'source' ? scanner.SOURCE_FILE_PATTERNS : TARBALL_FILE_PATTERNS;
	const { passed, message, details } = await scanner.analyzePackage(folder, patterns);
	if (!passed) return details ?? message ?? 'The scan gives no reason.';
	return await findWarnings(folder, patterns, await scanner.buildScanConfig());
}

/** The scan counts errors only, so the same files are linted with the same rules once more. */
async function findWarnings(
	folder: string,
	patterns: string[],
	overrideConfig: ESLint.Options['overrideConfig'],
): Promise<string> {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig,
	});
	const results = await eslint.lintFiles(patterns);
	const formatter = await eslint.loadFormatter('stylish');
	return await formatter.format(results);
}

async function loadScanner(): Promise<Scanner> {
	const scanner: unknown = await import(SCANNER);
	if (!isScanner(scanner)) throw new Error(`'${SCANNER}' has another shape now.`);
	return scanner;
}

function isScanner(value: unknown): value is Scanner {
	return (
		isObject(value) &&
		typeof value.analyzePackage === 'function' &&
		typeof value.buildScanConfig === 'function' &&
		Array.isArray(value.SOURCE_FILE_PATTERNS)
	);
}
