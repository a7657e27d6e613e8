import type { Credential } from '../../../credentials/credential';
import { isDataObject } from '../dataObject';
import type { HttpAnswer } from './answer';
import { inBrief } from './inBrief';
import { withoutTokens } from './redaction';
import type { Explanation } from './serviceFailure';
import type { CallSettings, IfRepeated } from './serviceRequest';
import { whatIsKnown } from './whatIsKnown';

/** What a failed call has to be explained with. */
export interface CallContext {
	credential: Credential;
	ifRepeated: IfRepeated;
	settings: CallSettings;
}

interface Refusal {
	isAboutMissingLabel?: boolean;
	matches(status: number, service: ServiceWords): boolean;
	explain(service: ServiceWords, call: CallContext): Explanation;
}

/** What the service itself says of a failure. Source: Agora docs, 'HTTP status codes'. */
interface ServiceWords {
	/** Status and description, such as `(400: push label not exists of vip)`. */
	quoted: string;
	description: string;
	exception: string;
}

/** The first entry that matches explains the answer. */
const REFUSALS: Refusal[] = [
	{
		matches: (status) => status === 401,
		explain: (service, { credential }) => ({
			message: `The service did not accept the token ${service.quoted}`,
			description:
				credential.authentication === 'appToken'
					? "App tokens live 24 hours at most. Paste a new one into the credential, or set its 'Authentication' to 'App ID and Certificate', which makes its own."
					: "Check 'App ID' and 'App Certificate' in the credential against the Agora console, and the clock of the machine that n8n runs on.",
		}),
	},
	{
		isAboutMissingLabel: true,
		matches: (status, { description, exception }) =>
			(status === 400 || status === 404) &&
			(exception.includes('ResourceNotFoundException') || /label not exists?/i.test(description)),
		explain: (service) => ({
			message: `The label does not exist ${service.quoted}`,
			description:
				"Choose a label from the list, or create it first with the resource 'Label' and the operation 'Create'.",
		}),
	},
	{
		matches: (status, { exception }) =>
			status === 404 && /application_?not_?found/i.test(exception),
		explain: (service, { credential }) => ({
			message: `${credential.origin} has no app ${credential.orgName}/${credential.appName} ${service.quoted}`,
			description:
				"Check 'Org Name', 'App Name' and 'Host' in the credential: the AppKey in the Agora console is 'org name#app name'.",
		}),
	},
	{
		matches: (status) => status === 404,
		explain: (service, { credential }) => ({
			message: `${credential.origin} does not know this call ${service.quoted}`,
			description: "Check 'Host' in the credential: it must be the 'REST API' host of Agora Chat.",
		}),
	},
	{
		matches: (status, { exception }) => status === 403 && exception.includes('LimitException'),
		explain: (service) => ({
			message: `The service refused the call ${service.quoted}`,
			description:
				'A limit is reached: of labels in the app, of users in the label, or of broadcasts at a time. Make room, wait, or ask Agora to raise it.',
		}),
	},
	{
		matches: (status) => status === 403,
		explain: (service) => ({
			message: `The service refused the call ${service.quoted}`,
			description:
				'Check in the Agora console whether push is switched on for the app and whether a limit of its plan is reached.',
		}),
	},
	{
		matches: (status) => status === 413,
		explain: (service) => ({
			message: `The message is too large for the service ${service.quoted}`,
			description: 'Send less with the notification, and let the app fetch the rest.',
		}),
	},
	{
		matches: (status) => status === 429,
		explain: (service) => ({
			message: `The service gets more calls than it takes ${service.quoted}`,
			description:
				'Nothing was done for this call. Run it again in a minute; where it names a plan, see its quota in the Agora console.',
		}),
	},
	{
		matches: (status) => status >= 300 && status < 400,
		explain: (service, { credential }) => ({
			message: `${credential.origin} sends the call on to another address ${service.quoted}`,
			description:
				"It was not followed, because the token is for this host only. Put the project's own host into the credential's 'Host'.",
		}),
	},
	{
		matches: (status) => status === 503,
		explain: (service) => ({
			message: `The service is not available ${service.quoted}`,
			description: 'Nothing was done for this call. Run it again later.',
		}),
	},
	{
		matches: (status) => status === 408 || status >= 500,
		explain: (service, call) => ({
			message: `The service could not finish the call ${service.quoted}`,
			description: whatIsKnown(call),
		}),
	},
	{
		matches: (status) => status >= 400,
		explain: (service) => ({
			message: `The service refused the call ${service.quoted}`,
			description: "Correct what the service's words name, and run it again.",
		}),
	},
];

/** Explains an answer that is not the JSON object of a success, and quotes the service's words. */
export function explainAnswer(
	answer: HttpAnswer,
	parsed: unknown,
	call: CallContext,
): Explanation & { words: string; isAboutMissingLabel?: boolean } {
	const service = wordsOf(answer, parsed, call.credential);
	const refusal = REFUSALS.find(({ matches }) => matches(answer.statusCode, service));
	const explanation = refusal?.explain(service, call) ?? {
		message:
			answer.body.trim() === ''
				? `The service answered ${answer.statusCode} with an empty body`
				: `The service answered ${answer.statusCode}, but not with the JSON that it should`,
		description: whatIsKnown(call),
	};
	return {
		...explanation,
		words: service.quoted,
		isAboutMissingLabel: refusal?.isAboutMissingLabel,
	};
}

/** Explains a successful answer that lacks what its operation needs. */
export function explainShape(wanted: string, call: CallContext): Explanation {
	return {
		message: `The service answered without ${wanted} in 'data'`,
		description: whatIsKnown(call),
	};
}

export function explainNesting(statusCode: number, call: CallContext): Explanation {
	return {
		message: `The service answered ${statusCode} with data that is nested too deeply to be handled`,
		description: whatIsKnown(call),
	};
}

export function explainCursor(call: CallContext): Explanation {
	return {
		message: 'The service answered with a cursor that is no text for an address',
		description: whatIsKnown(call),
	};
}

function wordsOf(answer: HttpAnswer, parsed: unknown, credential: Credential): ServiceWords {
	const { error_description, error, exception } = isDataObject(parsed) ? parsed : {};
	const description = inBrief(
		withoutTokens(textOf(error_description) || textOf(error), credential),
	);
	const fallback = /<html|<!doctype/i.test(answer.body)
		? 'a web page instead of JSON'
		: 'without a reason';
	return {
		quoted: `(${answer.statusCode}: ${description || fallback})`,
		description,
		exception: `${textOf(exception)} ${textOf(error)}`,
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
