import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import { isObject } from '../../lib/json.mts';
import { MESSAGE } from './workflows.mts';

/** As this package's node has them. */
const USERS_PER_CALL = 100;
const CALLS_IN_FLIGHT = 100;

const CREDENTIAL = 'agoraChatApi';

/** The name by which a workflow has it. */
export const FLOOR = 'benchmarks.floor';

/**
 * The least that a push to users can cost in n8n: it reads no parameter and checks nothing, neither
 * rows nor answers, takes the user straight from each row, makes the same calls as this package's
 * node through the same helper of n8n, and gives the same items.
 */
export const floorNode: INodeType = {
	description: {
		displayName: 'Floor',
		name: 'floor',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Floor' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [],
	},
	async execute() {
		const rows = this.getInputData();
		const { host, orgName, appName } = await this.getCredentials<Credential>(CREDENTIAL);
		const url = `${host}/${orgName}/${appName}/push/single`;
		const items: INodeExecutionData[] = new Array<INodeExecutionData>(rows.length);
		const starts = startsOfCalls(rows.length);
		const work = async () => {
			for (const start of starts) {
				const part = rows.slice(start, start + USERS_PER_CALL);
				const users = part.map(({ json }) => json.userId);
				const { data } = await push(this, url, users);
				for (const [index, { id: userId, ...result }] of data.entries()) {
					const item = start + index;
					items[item] = { json: { userId, ...result }, pairedItem: { item } };
				}
			}
		};
		await Promise.all(Array.from({ length: CALLS_IN_FLIGHT }, work));
		return [items];
	},
};

type Credential = Record<'host' | 'orgName' | 'appName', string>;

interface Answer {
	data: { id: string; pushStatus: string; desc: string }[];
}

function* startsOfCalls(rowCount: number): Generator<number> {
	for (let start = 0; start < rowCount; start += USERS_PER_CALL) yield start;
}

async function push(context: IExecuteFunctions, url: string, targets: unknown[]): Promise<Answer> {
	const body = { targets, async: true, strategy: 2, pushMessage: MESSAGE };
	const options = { method: 'POST', url, body, json: true } as const;
	const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
		context,
		CREDENTIAL,
		options,
	);
	if (!isAnswer(answer)) throw new Error('The service gives no answer.');
	return answer;
}

/** All else is taken for granted. */
function isAnswer(answer: unknown): answer is Answer {
	return isObject(answer);
}
