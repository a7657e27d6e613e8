import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { asObject, textAt } from '../lib/json.mts';
import { packPackage } from '../scan/packedPackage.mts';

/**
 * Packs the built package as it would be published and installs it into an n8n user folder, laid
 * out as n8n's own installer of community nodes does; what was installed before is replaced.
 */
export async function installPackage(userFolder: string): Promise<void> {
	const packed = packPackage();
	try {
		const manifest = asObject(
			JSON.parse(await readFile(join(packed.folder, 'package.json'), 'utf8')),
		);
		const name = textAt(manifest, 'name');
		const nodesFolder = join(userFolder, '.n8n', 'nodes');
		const installed = join(nodesFolder, 'node_modules', name);
		await rm(installed, { recursive: true, force: true });
		await mkdir(join(nodesFolder, 'node_modules'), { recursive: true });
		await cp(packed.folder, installed, { recursive: true });
		await writeFile(
			join(nodesFolder, 'package.json'),
			JSON.stringify(
				{
					name: 'installed-nodes',
					private: true,
					dependencies: { [name]: textAt(manifest, 'version') },
				},
				null,
				2,
			),
		);
	} finally {
		packed.remove();
	}
}
