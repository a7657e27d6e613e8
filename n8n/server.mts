import { setTimeout as delay } from 'node:timers/promises';

import { N8nClient, type Owner } from './client/index.mts';
import { environment } from './environment.mts';
import { installation as ownInstallation, type Installation } from './installation.mts';
import { installPackage } from './installPackage.mts';
import { findFreePort, isFree } from './ports.mts';
import { startProcess, type ServerProcess } from './serverProcess.mts';

export * from './client/index.mts';
export type { Installation } from './installation.mts';

/** Obviously not a secret: n8n listens on loopback only. */
export const LOCAL_OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Local-n8n-1',
	firstName: 'Local',
	lastName: 'Owner',
};

export interface N8nOptions {
	/** What n8n keeps between starts; made when it is not there. */
	userFolder: string;
	/** 0, or left out, picks a free one. */
	port?: number;
	/** More settings of n8n, as environment variables. */
	settings?: Readonly<Record<string, string>>;
	/** Another n8n than the one of this folder. */
	installation?: Installation;
	/** How long n8n may take to come up; 120 s when left out. */
	readyTimeoutMs?: number;
}

/** A running n8n with this package's node, as users install it, and its owner logged in. */
export interface RunningN8n {
	/** `http://127.0.0.1:PORT`, without a slash at its end. */
	readonly url: string;
	readonly client: N8nClient;
	readonly owner: Owner;
	/** File with all that n8n prints. */
	readonly logPath: string;
	/** Settles when n8n ends, be it by itself. */
	readonly ended: Promise<void>;
	/** Ends n8n and its task runners, and resolves when they are gone. */
	stop(): Promise<void>;
}

/**
 * Installs the built package into the user folder, starts n8n on loopback and waits until it can be
 * used. n8n ends with this process, however that ends.
 *
 * @throws Error with one sentence for the user, and n8n's last lines where they tell why.
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { userFolder, settings = {}, installation = ownInstallation() } = options;
	const port = await usablePort(options.port ?? 0);
	await installPackage(userFolder);
	const place = { userFolder, port, runnersPort: await findFreePort(), node: installation.node };
	const server = startProcess(installation, userFolder, { ...environment(place), ...settings });
	const url = `http://127.0.0.1:${port}`;
	const client = new N8nClient(url);
	try {
		await untilReady(server, options.readyTimeoutMs ?? 120_000);
		await client.logIn(LOCAL_OWNER);
	} catch (error) {
		await server.stop();
		throw error;
	}
	const { logPath, ended } = server;
	return { url, client, owner: LOCAL_OWNER, logPath, ended, stop: () => server.stop() };
}

async function usablePort(port: number): Promise<number> {
	if (port === 0) return await findFreePort();
	if (await isFree(port)) return port;
	throw new Error(`Port ${port} is taken by another program; choose another one for n8n.`);
}

async function untilReady(server: ServerProcess, timeoutMs: number): Promise<void> {
	const deadlineMs = Date.now() + timeoutMs;
	for (;;) {
		const printed = await server.printed();
		if (printed.includes(READY)) return;
		if (server.hasEnded) throw notUp('ended while it was starting', printed);
		if (Date.now() > deadlineMs) throw notUp(`did not come up in ${timeoutMs / 1000} s`, printed);
		await delay(POLL_MS);
	}
}

/** n8n answers some questions long before it has loaded everything; it prints this when it has. */
const READY = 'Editor is now accessible via';
const POLL_MS = 100;
const LINES_SHOWN = 20;

function notUp(what: string, printed: string): Error {
	const lastLines = printed.trim().split(/\n+/).slice(-LINES_SHOWN).join('\n');
	return new Error(`n8n ${what}; its last lines were:\n\n${lastLines || '(none)'}`);
}
