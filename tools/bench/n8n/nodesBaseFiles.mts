import { join } from 'node:path';

/** The package that holds n8n's own nodes. */
export const NODES_BASE = join(import.meta.dirname, '..', 'node_modules', 'n8n-nodes-base');

/** Where in it the nodes lie that are measured, by name. */
export const NODE_FILES = {
	code: 'dist/nodes/Code/Code.node.js',
	httpRequest: 'dist/nodes/HttpRequest/HttpRequest.node.js',
};
