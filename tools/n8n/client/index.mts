import { asList, asObject, textAt, type JsonObject } from '../../lib/json.mts';
import { Connection } from './connection.mts';
import { Credentials } from './credentials.mts';
import { DataTables } from './dataTables.mts';
import { Executions } from './executions.mts';
import { Workflows } from './workflows.mts';

export { N8nRefusal } from './connection.mts';
export type { CredentialTest, NewCredential, StoredCredential } from './credentials.mts';
export type { DataTableColumn, StoredDataTable } from './dataTables.mts';
export type { Execution, ExecutionSummary } from './executions.mts';
export type { StoredWorkflow } from './workflows.mts';

/** n8n's first user, who may do everything. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** Does over HTTP what the editor does. What n8n refuses throws an `N8nRefusal`. */
export class N8nClient {
	readonly connection: Connection;
	readonly credentials: Credentials;
	readonly dataTables: DataTables;
	readonly executions: Executions;
	readonly workflows: Workflows;

	/** @param url n8n's address, without a slash at its end */
	constructor(readonly url: string) {
		this.connection = new Connection(url);
		this.credentials = new Credentials(this.connection);
		this.dataTables = new DataTables(this.connection);
		this.executions = new Executions(this.connection);
		this.workflows = new Workflows(this.connection);
	}

	/** Creates the owner where there is none yet, and logs in. */
	async logIn(owner: Owner): Promise<void> {
		const { email, password } = owner;
		const settings = asObject(await this.connection.request('GET', 'settings'));
		if (asObject(settings.userManagement).showSetupOnFirstLoad === true) {
			await this.connection.request('POST', 'owner/setup', owner);
		} else {
			await this.connection.request('POST', 'login', { emailOrLdapLoginId: email, password });
		}
	}

	/** Descriptions of all nodes that n8n has loaded. */
	async nodeTypes(): Promise<JsonObject[]> {
		return asList(await this.connection.fetch('GET', '/types/nodes.json')).map(asObject);
	}

	/** The description of one node, like `n8n-nodes-agora-chat-push.agoraChatPush`. */
	async nodeType(name: string): Promise<JsonObject | undefined> {
		return (await this.nodeTypes()).find((type) => textAt(type, 'name') === name);
	}
}
