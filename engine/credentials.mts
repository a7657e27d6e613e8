import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

/**
 * Stands in for n8n's store of credentials, which lives in its database: gives the values that a
 * run was started with, and calls the credential type's own `authenticate` as n8n does.
 */
export class CredentialStore extends ICredentialsHelper {
	constructor(
		private readonly types: ReadonlyMap<string, ICredentialType>,
		private readonly values: ICredentialDataDecryptedObject,
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

	/** n8n fills in the defaults of fields that the user left as they were. */
	override getDecrypted(
		_additionalData: unknown,
		_nodeCredentials: unknown,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		const filled: ICredentialDataDecryptedObject = {};
		for (const { name, default: value } of this.getCredentialsProperties(typeName)) {
			if (typeof value === 'string') filled[name] = value;
		}
		return Promise.resolve({ ...filled, ...this.values });
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
