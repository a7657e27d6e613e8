import { createServer, type AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A port of loopback that nobody listens on. */
export async function findFreePort(): Promise<number> {
	return await listenBriefly(0);
}

/** Says whether nobody listens on that port of loopback. */
export async function isFree(port: number): Promise<boolean> {
	return await listenBriefly(port).then(
		() => true,
		() => false,
	);
}

async function listenBriefly(port: number): Promise<number> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', reject).listen(port, LOOPBACK, () => {
			const address = server.address();
			server.close(() => {
				resolve(isAddress(address) ? address.port : port);
			});
		});
	});
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
	return typeof address === 'object' && address !== null;
}
