import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** What happens before a credential is given, such as a slow or a failing database. */
export type BeforeReading = () => Promise<void>;

/**
 * Stands in for n8n's store of credentials, which lives in its database: gives the values that a
 * run was started with, and calls the credential type's own `authenticate` as n8n does.
 */
export class CredentialStore extends ICredentialsHelper {
	constructor(
		private readonly types: ReadonlyMap<string, ICredentialType>,
		private readonly values: ICredentialDataDecryptedObject,
		private readonly beforeReading?: BeforeReading,
	) {
		super();
	}

	override getParentTypes(): string[] {
		return [];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const authenticate = this.typeNamed(typeName).authenticate;
		if (typeof authenticate !== 'function') return requestOptions;
		return await authenticate(credentials, requestOptions);
	}

	override preAuthentication(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	override runPreAuthentication(): Promise<undefined> {
		return Promise.resolve(undefined);
	}

	override getCredentials(): Promise<ICredentials> {
		throw new Error('No node under test asks for encrypted credentials.');
	}

	/**
	 * n8n fills in the defaults of fields that the user left as they were, and works expressions out
	 * for the item that it is asked for.
	 */
	override async getDecrypted(
		_additionalData: unknown,
		_nodeCredentials: unknown,
		typeName: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		_raw?: boolean,
		item?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		await this.beforeReading?.();
		const filled: Record<string, string> = {};
		for (const { name, default: value } of this.getCredentialsProperties(typeName)) {
			const given = this.values[name] ?? value;
			if (typeof given === 'string') filled[name] = given;
		}
		return { ...this.values, ...(item === undefined ? filled : resolve(filled, mode, item)) };
	}

	override updateCredentials(): Promise<void> {
		return Promise.resolve();
	}

	override updateCredentialsOauthTokenData(): Promise<void> {
		return Promise.resolve();
	}

	override getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.typeNamed(typeName).properties;
	}

	private typeNamed(name: string): ICredentialType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`The package has no credential type '${name}'.`);
		return type;
	}
}

function resolve(
	values: Record<string, string>,
	mode: WorkflowExecuteMode,
	item: ICredentialsExpressionResolveValues,
): ICredentialDataDecryptedObject {
	const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = item;
	const resolved: ICredentialDataDecryptedObject = {};
	for (const [name, value] of Object.entries(values)) {
		const text = workflow.expression.getParameterValue(
			value,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
		);
		if (typeof text === 'string') resolved[name] = text;
	}
	return resolved;
}
