import { ExternalSecretsProxy } from 'n8n-core';
import type { ICredentialsHelper, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

/** What n8n's server would lend an execution; the addresses are read, but nothing listens there. */
export function additionalDataFor(
	executionId: string,
	credentialsHelper: ICredentialsHelper,
): IWorkflowExecuteAdditionalData {
	const server = 'http://localhost:5678';
	return {
		executionId,
		credentialsHelper,
		externalSecretsProxy: new ExternalSecretsProxy(),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${server}/rest`,
		instanceBaseUrl: server,
		formBaseUrl: `${server}/form`,
		formTestBaseUrl: `${server}/form-test`,
		formWaitingBaseUrl: `${server}/form-waiting`,
		webhookBaseUrl: `${server}/webhook`,
		webhookTestBaseUrl: `${server}/webhook-test`,
		webhookWaitingBaseUrl: `${server}/webhook-waiting`,
		mcpBaseUrl: `${server}/mcp`,
		mcpTestBaseUrl: `${server}/mcp-test`,
		executeWorkflow: unavailable,
		getRunExecutionData: unavailable,
		getRuntimeCredential: unavailable,
		startRunnerTask: unavailable,
		logAiEvent() {
			// No AI node runs here.
		},
	};
}

function unavailable(): never {
	throw new Error("This is a part of n8n's server, which the engine runs without here.");
}
