import { PackageDirectoryLoader } from 'n8n-core';

import type { FurtherParts } from '../../engine/index.mts';
import { NODE_FILES, NODES_BASE } from './nodesBaseFiles.mts';

/** n8n's own HTTP Request and Code nodes, as n8n's loader reads them. */
export function loadNodesBase(): NonNullable<FurtherParts['nodeTypes']> {
	const loader = new PackageDirectoryLoader(NODES_BASE);
	return new Map(
		Object.entries(NODE_FILES).map(([name, file]) => {
			loader.loadNodeFromFile(file);
			return [`n8n-nodes-base.${name}`, loader.getNode(name).type];
		}),
	);
}
