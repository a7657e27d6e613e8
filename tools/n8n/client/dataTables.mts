import { asList, asObject, textAt, type JsonObject } from '../../lib/json.mts';
import type { Connection } from './connection.mts';

export interface StoredDataTable {
	id: string;
	name: string;
	projectId: string;
}

export interface DataTableColumn {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** Data tables of n8n's user. */
export class DataTables {
	constructor(private readonly connection: Connection) {}

	async list(): Promise<StoredDataTable[]> {
		const answer = await this.connection.request('GET', `${await this.path()}?take=100`);
		return asList(asObject(answer).data).map(readDataTable);
	}

	async create(name: string, columns: readonly DataTableColumn[]): Promise<StoredDataTable> {
		return readDataTable(
			await this.connection.request('POST', await this.path(), { name, columns }),
		);
	}

	async insert({ id }: StoredDataTable, rows: readonly JsonObject[]): Promise<void> {
		await this.connection.request('POST', `${await this.path()}/${id}/insert`, { data: rows });
	}

	async rows({ id }: StoredDataTable): Promise<readonly unknown[]> {
		const answer = await this.connection.request('GET', `${await this.path()}/${id}/rows?take=100`);
		return asList(asObject(answer).data);
	}

	private async path(): Promise<string> {
		const project = await this.connection.request('GET', 'projects/personal');
		return `projects/${textAt(project, 'id')}/data-tables`;
	}
}

function readDataTable(value: unknown): StoredDataTable {
	return {
		id: textAt(value, 'id'),
		name: textAt(value, 'name'),
		projectId: textAt(value, 'projectId'),
	};
}
