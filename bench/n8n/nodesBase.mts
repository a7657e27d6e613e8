import { join } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

import type { FurtherParts } from '../../engine/index.mts';

const FOLDER = join(import.meta.dirname, '..', 'node_modules', 'n8n-nodes-base');

/** Folders and files of the nodes, by name. */
const FILES = {
	code: 'dist/nodes/Code/Code.node.js',
	httpRequest: 'dist/nodes/HttpRequest/HttpRequest.node.js',
};

/** Where n8n's HTTP Request node lies. */
export const httpRequestFile = join(FOLDER, FILES.httpRequest);

/** n8n's own HTTP Request and Code nodes, as n8n's loader reads them. */
export function loadNodesBase(): NonNullable<FurtherParts['nodeTypes']> {
	const loader = new PackageDirectoryLoader(FOLDER);
	return new Map(
		Object.entries(FILES).map(([name, file]) => {
			loader.loadNodeFromFile(file);
			return [`n8n-nodes-base.${name}`, loader.getNode(name).type];
		}),
	);
}
