import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

import { run } from '../../lib/command.mts';

/** A server's address over HTTPS. */
export interface Encrypted {
	host: string;
	/** With which another process trusts its certificate, which nobody else does. */
	environment: { NODE_EXTRA_CA_CERTS: string };
}

/**
 * Puts TLS before a server of this machine while the work lasts. The certificate is made for it, with
 * the command `openssl`, and is gone afterwards. The handshakes are made in this process.
 */
export async function withTls<Result>(
	host: string,
	work: (encrypted: Encrypted) => Promise<Result>,
): Promise<Result> {
	const folder = await mkdtemp(join(tmpdir(), 'benchmark-tls-'));
	const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
	await run('openssl', [...NEW_CERTIFICATE, '-keyout', keyFile, '-out', certificateFile], folder);
	const [key, cert] = [await readFile(keyFile), await readFile(certificateFile)];
	const { hostname, port } = new URL(host);
	const server = createServer({ key, cert }, (encrypted) => {
		const plain = connect(Number(port), hostname);
		plain.on('error', () => encrypted.destroy()).pipe(encrypted);
		encrypted.on('error', () => plain.destroy()).pipe(plain);
	});
	server.listen(0, '127.0.0.1');
	try {
		await once(server, 'listening');
		const address = server.address();
		if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
		return await work({
			host: `https://127.0.0.1:${address.port}`,
			environment: { NODE_EXTRA_CA_CERTS: certificateFile },
		});
	} finally {
		server.close();
		await rm(folder, { recursive: true });
	}
}

const NEW_CERTIFICATE =
	'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=benchmark -addext subjectAltName=IP:127.0.0.1'.split(
		' ',
	);
