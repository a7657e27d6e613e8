import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	NodeConnectionType,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { agoraChatApiTest } from './methods/credentialTest';
import { getLabels, searchLabels } from './methods/labels';
import { findOperation, properties, subtitle } from './resources';
import { runOperation } from './runOperation';

/** Written out, because older n8n has no `NodeConnectionTypes`. */
const MAIN: NodeConnectionType = 'main';

export class AgoraChatPush implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Agora Chat Push',
		name: 'agoraChatPush',
		icon: { light: 'file:agoraChatPush.svg', dark: 'file:agoraChatPush.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle,
		description: 'Send push notifications with Agora Chat and manage who gets them',
		defaults: { name: 'Agora Chat Push' },
		usableAsTool: true,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'agoraChatApi', required: true, testedBy: 'agoraChatApiTest' }],
		properties,
	};

	methods = {
		credentialTest: { agoraChatApiTest },
		listSearch: { searchLabels },
		loadOptions: { getLabels },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const chosen = findOperation(String(resource), String(operation));
		if (chosen === undefined) {
			throw new NodeOperationError(
				this.getNode(),
				`There is no operation '${String(operation)}' for '${String(resource)}'`,
				{ description: "Choose a 'Resource' and an 'Operation' from the lists.", itemIndex: 0 },
			);
		}
		return [await runOperation(chosen, this, this.continueOnFail())];
	}
}
