import { delimiter, dirname } from 'node:path';

/** Where n8n listens, and what it keeps its data in. */
export interface Place {
	userFolder: string;
	port: number;
	/** Where n8n's task runners report to. */
	runnersPort: number;
	/** Path of the Node.js for n8n's task runners, which n8n looks for on PATH. */
	node: string;
}

/** What n8n takes from this process; other settings of n8n there are not meant for this one. */
const INHERITED = ['HOME', 'LANG', 'TMPDIR', 'TZ'];

/** n8n's settings: on loopback only, quiet, and with nothing fetched from n8n's own servers. */
export function environment({
	userFolder,
	port,
	runnersPort,
	node,
}: Place): Readonly<Record<string, string>> {
	const inherited = INHERITED.flatMap((name) => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		...Object.fromEntries(inherited),
		PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
		GENERIC_TIMEZONE: new Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(runnersPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_LOG_LEVEL: 'info',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	};
}
