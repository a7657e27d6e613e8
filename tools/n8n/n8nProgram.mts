import { join } from 'node:path';

import { environment } from './environment.mts';
import type { Installation } from './installation.mts';
import { findFreePort } from './ports.mts';
import type { ServerProgram } from './serverProcess.mts';

/** How one process of n8n is started. */
export interface N8nProgramOptions {
	installation: Installation;
	userFolder: string;
	port: number;
	/** More settings of n8n, as environment variables. */
	settings: Readonly<Record<string, string>>;
	/** What n8n is to do, with its arguments. */
	command: readonly string[];
}

/** A process of n8n that ends with the process that started it, however that ends. */
export async function n8nProgram(options: N8nProgramOptions): Promise<ServerProgram> {
	const { installation, userFolder, port, settings, command } = options;
	const { node, n8n } = installation;
	const place = { userFolder, port, runnersPort: await findFreePort(), node };
	return {
		name: 'n8n',
		path: node,
		arguments: ['--import', END_WITH_PARENT, n8n, ...command],
		folder: userFolder,
		environment: { ...environment(place), ...settings },
	};
}

const END_WITH_PARENT = join(import.meta.dirname, 'endWithParent.mts');
