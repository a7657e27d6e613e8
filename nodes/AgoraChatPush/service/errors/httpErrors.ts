import type { Explanation } from '../../callFailure';
import type { CallContext } from '../serviceRequest';
import { lostResponseAdvice } from './lostResponse';

/** An HTTP status that is not a success, and what it means to the user. */
interface HttpError {
	/** Whether nothing was done and a later try may succeed. */
	isTransient?: boolean;
	/** Whether it was one call too many for the time. */
	isRateExceeded?: boolean;
	matches(status: number, error: ErrorResponse): boolean;
	explain(error: ErrorResponse, call: CallContext): Explanation;
}

/** What a response says of a failure. Source: Agora docs, 'HTTP status codes'. */
export interface ErrorResponse {
	/** Status and description, such as `(400: push label not exists of vip)`. */
	quoted: string;
	description: string;
	/** The kind of failure, from the two fields in which the service may name it. */
	exception: string;
	/** Whether it is JSON, as all that the service itself says. */
	isJson: boolean;
}

/** Sentences about a label are left out, because its name may be 'user'. */
const UNKNOWN_USER =
	/^(?!push label).*\b(app ?)?user(name|s)?\b.*(not exist|n['’]t exist|not found)|Entity user requires|\b(no such|unknown) user/i;

/** The first entry that matches explains the response. */
export const HTTP_ERRORS: HttpError[] = [
	{
		matches: (status) => status === 407,
		explain: (error, { credential }) => ({
			message: `The proxy between n8n and ${credential.origin} asks for a user name and a password ${error.quoted}`,
			description:
				"Nothing was done for this call. Ask the administrator of n8n to put user and password into the proxy's address.",
		}),
	},
	{
		matches: (status, { isJson }) => (status === 401 || status === 403) && !isJson,
		explain: (error, { credential }) => ({
			message: `A proxy or firewall before ${credential.origin} refused the call ${error.quoted}`,
			description:
				"The answer is not from Agora's REST API. Check 'Host' in the credential, or ask the administrator of n8n to let calls to it through.",
		}),
	},
	{
		matches: (status) => status === 401,
		explain: (error, { credential }) =>
			credential.authentication === 'appToken'
				? {
						message: `The service did not accept the token ${error.quoted}`,
						description:
							"App tokens live 24 hours at most. Paste a new one into the credential, or set its 'Authentication' to 'App ID and Certificate', which makes its own.",
					}
				: {
						message: `Agora did not accept App ID and App Certificate ${error.quoted}`,
						description:
							"Are the two swapped? Check 'App ID' and 'App Certificate' in the credential against the Agora console, and the clock of the machine that n8n runs on.",
					},
	},
	{
		matches: (status, { description }) =>
			(status === 400 || status === 404) && UNKNOWN_USER.test(description),
		explain: (error) => ({
			message: `The service does not know the user ${error.quoted}`,
			description: 'Check the user ID: it must be that of a user who is registered in Agora Chat.',
		}),
	},
	{
		matches: (status, { exception }) =>
			status === 404 && /application_?not_?found/i.test(exception),
		explain: (error, { credential: { origin, appPath, addressing } }) => ({
			message: `${origin} has no app ${appPath.join('/')} ${error.quoted}`,
			description:
				addressing === 'appId'
					? "Check 'App ID' and 'Host' in the credential, or set its 'App Address' to 'Organization and App Name', which older services need."
					: "Check 'Org Name', 'App Name' and 'Host' in the credential: the AppKey in the Agora console is 'org name#app name'.",
		}),
	},
	{
		matches: (status) => status === 404,
		explain: (error, { credential }) => ({
			message: `${credential.origin} does not know this call ${error.quoted}`,
			description: "Check 'Host' in the credential: it must be the 'REST API' host of Agora Chat.",
		}),
	},
	{
		matches: (status, { exception }) => status === 403 && exception.includes('LimitException'),
		explain: (error) => ({
			message: `The service refused the call ${error.quoted}`,
			description:
				'A limit is reached: of labels in the app, of users in the label, or of broadcasts at a time. Make room, wait, or ask Agora to raise it.',
		}),
	},
	{
		matches: (status) => status === 403,
		explain: (error) => ({
			message: `The service refused the call ${error.quoted}`,
			description:
				'Check in the Agora console whether push is switched on for the app and whether a limit of its plan is reached.',
		}),
	},
	{
		matches: (status) => status === 413,
		explain: (error) => ({
			message: `The message is too large for the service ${error.quoted}`,
			description: 'Send less with the notification, and let the app fetch the rest.',
		}),
	},
	{
		matches: (status, { description, exception }) =>
			status === 429 && `${description} ${exception}`.includes('resource_limited'),
		explain: (error) => ({
			message: `The plan of the app allows no more calls ${error.quoted}`,
			description:
				'Nothing was done for this call. See what is left of the plan in the Agora console, and upgrade it or wait for its next period.',
		}),
	},
	{
		isTransient: true,
		isRateExceeded: true,
		matches: (status, { description, exception }) =>
			status === 429 || (status === 400 && /too many queries/i.test(`${description} ${exception}`)),
		explain: (error) => ({
			message: `Too many requests ${error.quoted}`,
			description: 'Nothing was done for this call. Run the workflow again in a minute.',
		}),
	},
	{
		matches: (status) => status >= 300 && status < 400,
		explain: (error, { credential }) => ({
			message: `${credential.origin} redirects to another address ${error.quoted}`,
			description:
				"It was not followed, because the token is for this host only. Put the project's own host into the credential's 'Host'.",
		}),
	},
	{
		isTransient: true,
		matches: (status) => status === 503,
		explain: (error) => ({
			message: `The service is not available ${error.quoted}`,
			description: 'Nothing was done for this call. Run the workflow again later.',
		}),
	},
	{
		matches: (status) => status === 408 || status >= 500,
		explain: (error, call) => ({
			message: `The service could not finish the call ${error.quoted}`,
			description: lostResponseAdvice(call),
		}),
	},
	{
		matches: (status) => status >= 400,
		explain: (error) => ({
			message: `The service refused the call ${error.quoted}`,
			description: 'Correct what the service says in brackets, and run the workflow again.',
		}),
	},
];
