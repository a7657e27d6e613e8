import type { SimulatorCredentials } from '../../../simulator/index.mts';
import type { N8nClient, NewCredential, StoredCredential } from '../server.mts';
import type { Memory } from './memory.mts';

/**
 * Creates the credentials that the examples use. The simulator's is brought up to date at every
 * start, as its address may be another one than last time.
 */
export async function createCredentials(
	client: N8nClient,
	memory: Memory,
	simulator: SimulatorCredentials,
): Promise<StoredCredential[]> {
	const existing = await client.credentials.list();
	const created: StoredCredential[] = [];
	for (const credential of [simulatorCredential(simulator), SHOP_SECRET, FORM_LOGIN]) {
		const { name, type } = credential;
		const id = await memory.once(`credential ${type}`, () => client.credentials.create(credential));
		const stored = existing.find((one) => one.id === id);
		if (stored !== undefined && type === 'agoraChatApi') {
			await client.credentials.update(id, { ...credential, name: stored.name });
		}
		created.push(stored ?? { id, name, type });
	}
	return created;
}

function simulatorCredential(simulator: SimulatorCredentials): NewCredential {
	const { host, orgName, appName, appId, appCertificate, appToken } = simulator;
	return {
		name: 'Agora Chat simulator',
		type: 'agoraChatApi',
		data: {
			authentication: 'appCertificate',
			host,
			orgName,
			appName,
			appId,
			appCertificate,
			appToken,
		},
	};
}

/** What the browser asks for before it shows the form example. */
const FORM_LOGIN: NewCredential = {
	name: 'Push console',
	type: 'httpBasicAuth',
	data: { user: 'console', password: 'not-a-secret' },
};

/** What the shop of the webhook example sends along. */
const SHOP_SECRET: NewCredential = {
	name: 'Shop secret',
	type: 'httpHeaderAuth',
	data: { name: 'X-Shop-Secret', value: 'not-a-secret' },
};
