/** The rest of the form that saved workflows rely on; `contract.mts` has the operations. */

import type { NodeParameterValueType } from 'n8n-workflow';

export interface ContractParameter {
	/** What n8n leaves out of a saved workflow, so that it must never change. */
	default: NodeParameterValueType;
	/** The values of a menu; left out for a field without one. */
	choices?: (string | number)[];
}

/** Parameters by name, wherever they show. Collections are in `COLLECTIONS`. */
export const PARAMETERS: Record<string, ContractParameter> = {
	content: { default: '' },
	dryRun: { default: false },
	label: { default: { mode: 'list', value: '' } },
	labelName: { default: '' },
	labelNames: { default: [] },
	limit: { default: 50 },
	messageFormat: { default: 'fields', choices: ['fields', 'json'] },
	messageJson: { default: '{\n  "title": "",\n  "content": ""\n}' },
	otherProviders: { default: '{}' },
	output: { default: 'changes', choices: ['changes', 'all', 'summary'] },
	returnAll: { default: false },
	strategy: { default: 2, choices: [0, 1, 2, 3, 4] },
	syncMode: { default: 'mirror', choices: ['mirror', 'addMissing', 'removeExtra'] },
	title: { default: '' },
	userId: { default: '' },
	userIds: { default: '' },
	waitForResult: { default: false },
};

/** The menus of the credential. A stored one without `addressing` means the default. */
export const CREDENTIAL_MENUS: Record<string, ContractParameter> = {
	authentication: { default: 'appCertificate', choices: ['appCertificate', 'appToken'] },
	addressing: { default: 'orgApp', choices: ['appId', 'orgApp'] },
};

/** The fields of the credential beside its menus, for each choice in them. */
export const CREDENTIAL_FORMS = [
	{
		authentication: 'appCertificate',
		addressing: 'orgApp',
		fields: ['host', 'orgName', 'appName', 'appId', 'appCertificate'],
	},
	{
		authentication: 'appCertificate',
		addressing: 'appId',
		fields: ['host', 'appId', 'appCertificate'],
	},
	{
		authentication: 'appToken',
		addressing: 'orgApp',
		fields: ['host', 'orgName', 'appName', 'appToken'],
	},
	{ authentication: 'appToken', addressing: 'appId', fields: ['host', 'appId', 'appToken'] },
];

/** Options of every operation, with what they hold when they are added to the form. */
export const COMMON_OPTIONS: Record<string, ContractParameter> = {
	includeInputFields: { default: true },
	maxRetries: { default: 3 },
	maxRetryWait: { default: 120 },
	requestsPerSecond: { default: 0 },
	timeout: { default: 30_000 },
};

const USER_OPTIONS: Record<string, ContractParameter> = { allowAnyUserId: { default: true } };

const PUSH_OPTIONS: Record<string, ContractParameter> = { shortenTexts: { default: true } };

/** Of pushes that the service carries out as a task. */
const TASK_OPTIONS: Record<string, ContractParameter> = {
	...PUSH_OPTIONS,
	maxPushesPerAudience: { default: 1 },
	sendAt: { default: '' },
};

/** Options of one operation beside those of all. */
export const OWN_OPTIONS: Record<string, Record<string, ContractParameter>> = {
	'push: sendToUsers': {
		...PUSH_OPTIONS,
		...USER_OPTIONS,
		maxRecipients: { default: 0 },
		resultEndpoint: { default: 'single', choices: ['single', 'sync'] },
	},
	'push: sendToLabels': { ...TASK_OPTIONS, maxRecipients: { default: 0 } },
	'push: sendToAll': TASK_OPTIONS,
	'label: create': { ifExists: { default: 'fail', choices: ['fail', 'return'] } },
	'user: getDevices': USER_OPTIONS,
	'user: getLabels': USER_OPTIONS,
	'user: getStatus': USER_OPTIONS,
	'labelMember: add': USER_OPTIONS,
	'labelMember: get': USER_OPTIONS,
	'labelMember: remove': USER_OPTIONS,
	'labelMember: sync': {
		...USER_OPTIONS,
		allowEmpty: { default: true },
		createMissingLabel: { default: true },
		maxRemovalPercent: { default: 50 },
		ownedLabels: { default: '' },
	},
};
