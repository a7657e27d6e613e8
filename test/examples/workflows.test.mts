/** @jest-environment ./test/support/engineEnvironment.cts */
import { readdir, readFile } from 'node:fs/promises';

import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { examples } from '../../tools/demo/examples.mts';
import { readWorkflow } from '../../tools/demo/workflow.mts';
import type { WorkflowFile } from '../../tools/engine/index.mts';

const OWN_TYPE = 'n8n-nodes-agora-chat-push.agoraChatPush';
const TOOL_TYPE = `${OWN_TYPE}Tool`;
const NOTE_TYPE = 'n8n-nodes-base.stickyNote';

/** n8n's own nodes in the examples, in versions that n8n 2 knows. */
const TYPE_VERSIONS: Readonly<Record<string, number>> = {
	[OWN_TYPE]: 1,
	[TOOL_TYPE]: 1,
	[NOTE_TYPE]: 1,
	'n8n-nodes-base.dataTable': 1.1,
	'n8n-nodes-base.googleSheets': 4.5,
	'n8n-nodes-base.manualTrigger': 1,
	'n8n-nodes-base.merge': 3.2,
	'n8n-nodes-base.noOp': 1,
	'n8n-nodes-base.scheduleTrigger': 1.2,
	'n8n-nodes-base.set': 3.4,
	'n8n-nodes-base.webhook': 2,
	'n8n-nodes-base.form': 2.3,
	'n8n-nodes-base.formTrigger': 2.3,
	'n8n-nodes-base.if': 2.2,
	'@n8n/n8n-nodes-langchain.agent': 3,
	'@n8n/n8n-nodes-langchain.chatTrigger': 1.3,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 1.2,
};

it('every workflow of the folder is run by npm start', async () => {
	const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));

	expect(examples.map(({ fileName }) => fileName).sort()).toEqual(files.sort());
});

describe.each(examples.map(({ fileName }) => fileName))('%s', (fileName) => {
	it('has what an export of the editor has', async () => {
		const workflow = await readWorkflow(fileName);

		expect(workflow).toEqual({
			name: expect.any(String),
			nodes: expect.any(Array),
			connections: expect.any(Object),
			pinData: expect.any(Object),
			active: false,
			settings: { executionOrder: 'v1' },
			tags: [],
		});
	});

	it('uses known nodes, each under a name and an ID of its own', async () => {
		const { nodes } = await readWorkflow(fileName);

		for (const { type, typeVersion } of nodes) expect(TYPE_VERSIONS[type]).toBe(typeVersion);
		expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	it('connects every node but the notes, and nothing that is not there', async () => {
		const { nodes, connections } = await readWorkflow(fileName);
		const connected = Object.entries(connections).flatMap(([source, byType]) => [
			source,
			...Object.values(byType)
				.flat()
				.flatMap((targets) => (targets ?? []).map(({ node }) => node)),
		]);

		const names = nodes.filter(({ type }) => type !== NOTE_TYPE).map(({ name }) => name);
		expect(new Set(connected)).toEqual(new Set(names));
	});

	it('explains itself in a note that covers no node', async () => {
		const { nodes } = await readWorkflow(fileName);
		const notes = nodes.filter(({ type }) => type === NOTE_TYPE);

		expect(notes).toHaveLength(1);
		for (const note of notes) {
			for (const heading of ['What it does', 'Before you use it', 'What comes out']) {
				expect(note.parameters.content).toContain(`**${heading}`);
			}
			for (const node of nodes) if (node !== note) expect(covers(note, node)).toBe(false);
		}
	});

	it('says so in its note when it sends real pushes', async () => {
		const { nodes } = await readWorkflow(fileName);
		const pushes = (await ownNodes(fileName)).some(
			({ parameters }) => parameters.resource === undefined,
		);
		const { content } = nodes.find(({ type }) => type === NOTE_TYPE)?.parameters ?? {};

		expect(typeof content === 'string' && content.includes('**This sends real pushes')).toBe(
			pushes,
		);
	});

	it("fills the node's form as the editor would save it", async () => {
		const { description } = nodeType();
		for (const node of await ownNodes(fileName)) {
			const { properties } = description;
			const { parameters } = node;

			expect(
				NodeHelpers.getNodeParameters(properties, parameters, false, false, node, description),
			).toEqual(parameters);
			expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
		}
	});

	it('names credentials and holds no secret', async () => {
		const { nodes } = await readWorkflow(fileName);
		const text = await readFile(`examples/${fileName}`, 'utf8');

		for (const node of await ownNodes(fileName)) {
			expect(node.credentials).toHaveProperty('agoraChatApi');
		}
		for (const { credentials = {} } of nodes) {
			for (const named of Object.values(credentials)) {
				expect(named).toEqual({ id: 'choose-your-own', name: expect.any(String) });
			}
		}
		expect(text).not.toMatch(/\b[0-9a-f]{32}\b|YWMt|Bearer|appToken|appCertificate/i);
	});

	it('has sample data for every node that would fetch some, but for a form, which a person fills in', async () => {
		const { nodes, pinData = {} } = await readWorkflow(fileName);
		const fetching = nodes.filter(
			({ type, parameters }) =>
				/webhook|scheduleTrigger|chatTrigger|sheets|dataTable/i.test(type) &&
				parameters.operation !== 'update',
		);

		expect(Object.keys(pinData).sort()).toEqual(fetching.map(({ name }) => name).sort());
		for (const rows of Object.values(pinData)) expect(rows.length).toBeGreaterThan(0);
	});
});

function nodeType() {
	const type = n8nEngine.nodeTypes.get('agoraChatPush');
	if (type === undefined) throw new Error('The engine has not loaded the node.');
	return type;
}

async function ownNodes(fileName: string): Promise<WorkflowFile['nodes']> {
	const nodes = (await readWorkflow(fileName)).nodes.filter(({ type }) =>
		[OWN_TYPE, TOOL_TYPE].includes(type),
	);
	expect(nodes).not.toHaveLength(0);
	return nodes;
}

/** Whether a note lies over a node or the name below it; positions are upper left corners. */
function covers(note: INode, node: INode): boolean {
	const [noteLeft, noteTop] = note.position;
	const [left, top] = node.position;
	return (
		left < noteLeft + Number(note.parameters.width) &&
		left + 100 > noteLeft &&
		top < noteTop + Number(note.parameters.height) &&
		top + 140 > noteTop
	);
}
