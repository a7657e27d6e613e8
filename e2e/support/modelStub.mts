import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';

import { asList, asObject, isObject, type JsonObject } from '../../tools/lib/json.mts';

/** What the model does: it calls the first tool it is offered once, and then says something. */
export interface Script {
	readonly toolArguments: JsonObject;
	readonly finalText: string;
}

/** A language model without a mind, with OpenAI's two ways to talk to it. */
export interface ModelStub {
	/** What the credential's 'Base URL' takes. */
	readonly url: string;
	/** The bodies of the requests, in the order of arrival. */
	readonly requests: readonly JsonObject[];
	close(): Promise<void>;
}

export async function startModelStub(script: Script): Promise<ModelStub> {
	const requests: JsonObject[] = [];
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const body = asObject(await json(request));
		requests.push(body);
		const speak = SPEECH[request.url ?? ''];
		response
			.writeHead(speak === undefined ? 404 : 200, { 'content-type': 'application/json' })
			.end(JSON.stringify(speak?.(body, script) ?? { error: { message: 'not in the stub' } }));
	};
	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			response.writeHead(400).end(JSON.stringify({ error: { message: String(error) } }));
		});
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = asObject(server.address());
	return {
		url: `http://127.0.0.1:${String(port)}/v1`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}

type Speak = (request: JsonObject, script: Script) => JsonObject;

/** By the path of the request, the shape of OpenAI's answer there. */
const SPEECH: Readonly<Partial<Record<string, Speak>>> = {
	'/v1/responses': (request, { toolArguments, finalText }) => ({
		id: 'resp_1',
		object: 'response',
		created_at: 0,
		status: 'completed',
		model: request.model,
		output: hasToolAnswer(request.input)
			? [
					{
						type: 'message',
						id: 'msg_1',
						role: 'assistant',
						status: 'completed',
						content: [{ type: 'output_text', text: finalText, annotations: [] }],
					},
				]
			: [
					{
						type: 'function_call',
						id: 'fc_1',
						call_id: 'call_1',
						status: 'completed',
						name: asObject(firstTool(request)).name,
						arguments: JSON.stringify(toolArguments),
					},
				],
	}),

	'/v1/chat/completions': (request, { toolArguments, finalText }) => {
		const isDone = hasToolAnswer(request.messages);
		const toolCall = () => ({
			id: 'call_1',
			type: 'function',
			function: {
				name: asObject(firstTool(request).function).name,
				arguments: JSON.stringify(toolArguments),
			},
		});
		return {
			id: 'chatcmpl_1',
			object: 'chat.completion',
			created: 0,
			model: request.model,
			choices: [
				{
					index: 0,
					finish_reason: isDone ? 'stop' : 'tool_calls',
					message: {
						role: 'assistant',
						content: isDone ? finalText : null,
						...(isDone ? {} : { tool_calls: [toolCall()] }),
					},
				},
			],
		};
	},
};

function firstTool({ tools }: JsonObject): JsonObject {
	return asObject(asList(tools)[0]);
}

function hasToolAnswer(conversation: unknown): boolean {
	const last = asList(conversation).at(-1);
	return isObject(last) && (last.type === 'function_call_output' || last.role === 'tool');
}
