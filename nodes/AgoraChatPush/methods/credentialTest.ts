import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { AgoraChatApi } from '../../../credentials/AgoraChatApi.credentials';
import { readCredential } from '../../../credentials/credential';
import { asJobFailure, type JobFailure } from '../jobFailure';
import { labelCall } from '../resources/label/labelCall';
import type { Transport } from '../service/attempt';
import { isEntries } from '../service/paging';
import { openService } from '../service/service';
import { EDITOR_SETTINGS } from '../service/serviceRequest';

/**
 * Tests a credential by reading one label.
 *
 * A function rather than the credential's own `test`, because only so does the user read what to
 * change: for a host that cannot be reached, n8n would show a bare code such as ECONNREFUSED.
 */
export async function agoraChatApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const service = openService(
		async () => readCredential(data),
		testTransport(this.helpers, data),
	)(EDITOR_SETTINGS);
	try {
		const response = await service.call({
			method: 'GET',
			...labelCall(),
			query: { limit: 1 },
			ifRepeated: 'harmless',
		});
		response.data(isEntries, 'a list');
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const failure = asJobFailure(error);
		return { status: 'Error', message: `${failure.message}. ${adviceFor(failure)}` };
	}
}

/** Running it again mends nothing where no answer of Agora's came. */
function adviceFor({ description, isUncertain, response: { httpCode = 0 } }: JobFailure): string {
	if (!isUncertain || httpCode >= 400) return description;
	return "Check 'Host' in the credential and its port: it must be the 'REST API' host of Agora Chat, and n8n's machine must reach it through its firewall or proxy.";
}

/**
 * The only HTTP function that n8n gives to a credential test is an older one, with older options. It
 * takes no signal for the call, but one for its connection, as `net.Socket` does.
 */
function testTransport(
	helpers: ICredentialTestFunctions['helpers'],
	data: NonNullable<ICredentialsDecrypted['data']>,
): Transport {
	return async (options): Promise<unknown> => {
		const { url, method, qs, headers, timeout, abortSignal } =
			await new AgoraChatApi().authenticate(data, options);
		return await helpers.request({
			uri: url,
			method,
			qs,
			headers,
			timeout,
			agentOptions: { signal: abortSignal },
			useStream: true,
			json: false,
			simple: false,
			followRedirect: false,
			resolveWithFullResponse: true,
		});
	};
}
