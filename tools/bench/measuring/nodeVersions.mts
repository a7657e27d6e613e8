import { join } from 'node:path';

import { installOnce } from '../../lib/installOnce.mts';

const FOLDER = join(import.meta.dirname, '..', 'nodeVersions');
const VERSIONS = [20, 22, 24];
/** For which its package.json names them. */
const PLATFORMS = ['linux-arm64', 'linux-x64'];

/** Paths of Node.js in the versions that n8n is run on; elsewhere the one that runs this. */
export async function nodeVersions(): Promise<string[]> {
	const platform = `${process.platform}-${process.arch}`;
	if (!PLATFORMS.includes(platform)) return [process.execPath];
	await installOnce(`Installing Node.js ${VERSIONS.join(', ')}, once (0.5 GB)`, FOLDER);
	return VERSIONS.map((version) =>
		join(FOLDER, 'node_modules', `node-${version}-${platform}`, 'bin', 'node'),
	);
}
