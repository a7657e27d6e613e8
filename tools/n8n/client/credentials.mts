import { asList, asObject, isObject, textAt, type JsonObject } from '../../lib/json.mts';
import type { Connection } from './connection.mts';

export interface StoredCredential {
	id: string;
	name: string;
	/** Like `agoraChatApi`. */
	type: string;
}

export interface NewCredential {
	name: string;
	type: string;
	/** The values of its form. */
	data: JsonObject;
}

/** What the editor shows after a test of a credential. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Credentials of n8n's user. */
export class Credentials {
	constructor(private readonly connection: Connection) {}

	async list(): Promise<StoredCredential[]> {
		return asList(await this.connection.request('GET', 'credentials')).map(readCredential);
	}

	async create(credential: NewCredential): Promise<StoredCredential> {
		return readCredential(await this.connection.request('POST', 'credentials', credential));
	}

	/** Replaces all of its values. */
	async update(id: string, credential: NewCredential): Promise<void> {
		await this.connection.request('PATCH', `credentials/${id}`, credential);
	}

	/** Tests values as the editor does when they are saved; they need not be stored. */
	async test({ name, type, data }: NewCredential): Promise<CredentialTest> {
		return await this.runTest({ id: 'not-stored', name, type, data });
	}

	async testStored({ id, name, type }: StoredCredential): Promise<CredentialTest> {
		const { data } = asObject(
			await this.connection.request('GET', `credentials/${id}?includeData=true`),
		);
		return await this.runTest({ id, name, type, data });
	}

	private async runTest(credentials: JsonObject): Promise<CredentialTest> {
		const answer = await this.connection.request('POST', 'credentials/test', { credentials });
		const message = isObject(answer) ? answer.message : undefined;
		return {
			status: textAt(answer, 'status') === 'OK' ? 'OK' : 'Error',
			message: typeof message === 'string' ? message : '',
		};
	}
}

function readCredential(value: unknown): StoredCredential {
	return { id: textAt(value, 'id'), name: textAt(value, 'name'), type: textAt(value, 'type') };
}
