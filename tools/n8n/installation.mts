import { join } from 'node:path';

/** An n8n on this disk, and the Node.js to run it with. */
export interface Installation {
	/** Path of Node.js. */
	node: string;
	/** Path of n8n's command. */
	n8n: string;
}

/** The folder of this file, with the package.json of n8n. */
export const N8N_FOLDER = import.meta.dirname;

const MODULES = join(N8N_FOLDER, 'node_modules');
/** The platforms for which package.json names a Node.js. */
const PACKAGED = ['linux-arm64', 'linux-x64'];
/** The n8n of this folder runs on nothing older. */
export const OLDEST_NODE = 24;

/**
 * The n8n of this folder; its files are there once it is set up.
 *
 * @throws Error with one sentence for the user, when there is no Node.js that n8n runs on.
 */
export function installation(): Installation {
	const packaged = packagedNodeFolder();
	const node = packaged === undefined ? ownNode() : join(packaged, 'bin', 'node');
	return { node, n8n: join(MODULES, 'n8n', 'bin', 'n8n') };
}

/** Where the packaged Node.js and its headers are; undefined where none is packaged. */
export function packagedNodeFolder(): string | undefined {
	const platform = `${process.platform}-${process.arch}`;
	return PACKAGED.includes(platform) ? join(MODULES, `node-${platform}`) : undefined;
}

function ownNode(): string {
	const { node } = process.versions;
	if (Number.parseInt(node) >= OLDEST_NODE) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${OLDEST_NODE} or newer and this is ${node}: ` +
			`none is packaged for ${process.platform} on ${process.arch}, so run this with a newer one.`,
	);
}
