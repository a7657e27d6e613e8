import { N8nClient, type Owner } from './client/index.mts';
import { installation as ownInstallation, type Installation } from './installation.mts';
import { installPackage } from './installPackage.mts';
import { n8nProgram } from './n8nProgram.mts';
import { findFreePort, isFree } from './ports.mts';
import { untilReady, type Patience } from './ready.mts';
import { startProcess } from './serverProcess.mts';

export * from './client/index.mts';
export type { Installation } from './installation.mts';

/** Obviously not a secret: n8n listens on loopback only. */
export const LOCAL_OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Local-n8n-1',
	firstName: 'Local',
	lastName: 'Owner',
};

export interface N8nOptions extends Patience {
	/** What n8n keeps between starts; made when it is not there. */
	userFolder: string;
	/** 0, or left out, picks a free one. */
	port?: number;
	/** More settings of n8n, as environment variables. */
	settings?: Readonly<Record<string, string>>;
	/** Another n8n than the one of this folder. */
	installation?: Installation;
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
	const command = ['start'];
	const server = startProcess(
		await n8nProgram({ installation, userFolder, port, settings, command }),
	);
	const url = `http://127.0.0.1:${port}`;
	const client = new N8nClient(url);
	try {
		await untilReady(server, READY, options);
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

/** n8n answers some questions long before it has loaded everything; it prints this when it has. */
const READY = 'Editor is now accessible via';
