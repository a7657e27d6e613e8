import type { WorkflowFile } from '../../engine/types.mts';
import { asList, isObject, textAt } from '../../lib/json.mts';
import type { Connection } from './connection.mts';

export interface StoredWorkflow {
	id: string;
	name: string;
	/** Changes whenever the workflow is saved. */
	versionId: string;
	isActive: boolean;
}

/** Workflows of n8n's user. */
export class Workflows {
	constructor(private readonly connection: Connection) {}

	async list(): Promise<StoredWorkflow[]> {
		return asList(await this.connection.request('GET', 'workflows')).map(readWorkflow);
	}

	async get(id: string): Promise<StoredWorkflow> {
		return readWorkflow(await this.connection.request('GET', `workflows/${id}`));
	}

	async create(workflow: WorkflowFile): Promise<StoredWorkflow> {
		// Older versions want to be told that it is not active.
		const inactive = { active: false, ...workflow };
		return readWorkflow(await this.connection.request('POST', 'workflows', inactive));
	}

	async update(id: string, workflow: WorkflowFile): Promise<StoredWorkflow> {
		return readWorkflow(await this.connection.request('PATCH', `workflows/${id}`, workflow));
	}

	/** Publishes the workflow as it is saved; its triggers start shortly after n8n has answered. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.get(id);
		await this.connection.request('POST', `workflows/${id}/activate`, { versionId });
	}

	/** Like `published` or `not_published`: whether its triggers have started or gone. */
	async publicationStatus(id: string): Promise<string> {
		const answer = await this.connection.request('GET', `workflows/${id}/publication-status`);
		return textAt(answer, 'status');
	}

	async deactivate(id: string): Promise<void> {
		await this.connection.request('POST', `workflows/${id}/deactivate`, {});
	}

	/** Runs it from a trigger, with pinned data, as a click would; gives the execution's ID. */
	async run(id: string, triggerName: string): Promise<string> {
		const answer = await this.connection.request('POST', `workflows/${id}/run`, {
			triggerToStartFrom: { name: triggerName },
		});
		return textAt(answer, 'executionId');
	}

	/** Deletes it; n8n wants it archived first. */
	async delete(id: string): Promise<void> {
		await this.connection.request('POST', `workflows/${id}/archive`, {});
		await this.connection.request('DELETE', `workflows/${id}`);
	}
}

function readWorkflow(value: unknown): StoredWorkflow {
	return {
		id: textAt(value, 'id'),
		name: textAt(value, 'name'),
		versionId: textAt(value, 'versionId'),
		isActive: isObject(value) && value.active === true,
	};
}
