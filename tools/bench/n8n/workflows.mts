import type { INode, INodeExecutionData } from 'n8n-workflow';

import { createSettings } from '../../../simulator/settings.mts';
import type { WorkflowFile } from '../../engine/index.mts';
import { chain, node } from '../../lib/nodes.mts';

const { orgName, appName, staticTokens } = createSettings();
export const MESSAGE = { title: 'Your order', content: 'It arrives tomorrow between 9 and 12.' };
const CREDENTIALS = { agoraChatApi: { id: '1', name: 'Simulator' } };

const TRIGGER = 'Rows';

/** The name of the node whose output counts. */
export const LAST_NODE = 'Last';

/** The credential's values for a simulator. */
export function credentialsFor(host: string) {
	const appToken = staticTokens[0] ?? '';
	return { authentication: 'appToken', host, orgName, appName, appToken };
}

/** Expressions for the users of a row. */
export const ROW_FIELD = '={{ $json.userId }}';
export const LIST_FIELD = '={{ $json.userIds }}';
/** One list of the users of all rows, for a node that executes once. */
export const ALL_ROWS = `={{ $('${TRIGGER}').all().map((row) => row.json.userId) }}`;

/** Rows as a sheet gives them, one user each. */
export function userRows(count: number, first = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({
		json: { row_number: index + 2, userId: userId(first + index), name: `Customer ${index}` },
	}));
}

/** Rows that hold a list of users each. */
export function userListRows(count: number, usersEach: number, first = 0): INodeExecutionData[] {
	const list = (start: number) =>
		Array.from({ length: usersEach }, (_, index) => userId(start + index));
	return Array.from({ length: count }, (_, row) => ({
		json: { userIds: list(first + row * usersEach) },
	}));
}

/** The user of that number, from 0. */
export function userId(index: number): string {
	return `user-${index}`;
}

/** This package's node after the rows. */
export function agoraWorkflow(
	rows: INodeExecutionData[],
	parameters: INode['parameters'],
	executeOnce = false,
): WorkflowFile {
	const own = node(LAST_NODE, 'n8n-nodes-agora-chat-push.agoraChatPush', 1, parameters);
	return workflow(rows, [{ ...own, executeOnce }]);
}

/** Parameters of a push to users; without a rate, the node keeps the service's own. */
export function pushParameters(userIds: string, requestsPerSecond?: number): INode['parameters'] {
	return {
		resource: 'push',
		operation: 'sendToUsers',
		userIds,
		...MESSAGE,
		options: requestsPerSecond === undefined ? {} : { requestsPerSecond },
	};
}

/** One node after the rows that takes no parameters. */
export function bareWorkflow(rows: INodeExecutionData[], type: string): WorkflowFile {
	return workflow(rows, [node(LAST_NODE, type, 1, {})]);
}

/** n8n's HTTP Request node after the rows: a call for each. */
export function requestPerRowWorkflow(rows: INodeExecutionData[], host: string): WorkflowFile {
	return workflow(rows, [requestNode(host, '[$json.userId]')]);
}

/** A Code node that makes items of 100 users each, and an HTTP Request node: a call for each. */
export function chunkedRequestsWorkflow(rows: INodeExecutionData[], host: string): WorkflowFile {
	const code = node('Chunks', 'n8n-nodes-base.code', 2, { jsCode: CHUNKS });
	return workflow(rows, [code, requestNode(host, '$json.userIds')]);
}

const CHUNKS = `const userIds = $input.all().map((item) => item.json.userId);
const chunks = [];
for (let start = 0; start < userIds.length; start += 100) {
	chunks.push({ json: { userIds: userIds.slice(start, start + 100) } });
}
return chunks;`;

function requestNode(host: string, targets: string): INode {
	const message = JSON.stringify(MESSAGE).replaceAll('"', "'");
	return node(LAST_NODE, 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url: `${host}/${orgName}/${appName}/push/single`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'agoraChatApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ { targets: ${targets}, async: true, strategy: 2, pushMessage: ${message} } }}`,
		options: {},
	});
}

/** The nodes in a line, behind a trigger that gives the rows. */
function workflow(rows: INodeExecutionData[], nodes: INode[]): WorkflowFile {
	const all = [node(TRIGGER, 'n8n-nodes-base.manualTrigger', 1, {}), ...nodes];
	return {
		name: 'Benchmark',
		nodes: all.map((one) => ({ ...one, credentials: CREDENTIALS })),
		connections: chain(...all.map(({ name }) => name)),
		pinData: { [TRIGGER]: rows },
	};
}
