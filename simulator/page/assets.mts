import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Asset {
	readonly type: string;
	readonly load: () => Promise<string>;
}

/** The page's style sheets, in their order. */
export const STYLES = [
	'base.css',
	'layout.css',
	'words.css',
	'controls.css',
	'sections.css',
	'phones.css',
	'notifications.css',
];

/** The page's files, by the name under which they are served. */
export const assets: Readonly<Record<string, Asset>> = {
	...Object.fromEntries(STYLES.map((name) => [name, { type: 'text/css', load: () => read(name) }])),
	'icon.svg': { type: 'image/svg+xml', load: () => read('icon.svg') },
	'main.mts': { type: 'text/javascript', load: () => readScript('main.mts') },
	'morph.mts': { type: 'text/javascript', load: () => readScript('morph.mts') },
};

function read(name: string): Promise<string> {
	return readFile(join(import.meta.dirname, 'browser', name), 'utf8');
}

/** A script of the page with its types taken away, else as it was written. */
async function readScript(name: string): Promise<string> {
	// Loaded late, as most simulators never show their page.
	const { transform } = await import('@swc/core');
	const { code } = await transform(await read(name), {
		swcrc: false,
		jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
		module: { type: 'es6' },
	});
	return code;
}
