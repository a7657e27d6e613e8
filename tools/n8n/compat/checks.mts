import type { Simulator } from '../../../simulator/index.mts';
import { examples } from '../../demo/examples.mts';
import { runExample } from '../../demo/runExample.mts';
import { readWorkflow } from '../../demo/workflow.mts';
import { asList, asObject, textAt } from '../../lib/json.mts';
import type { RunningN8n, StoredCredential } from '../server.mts';
import { failingRow, PUSH } from './failingRow.mts';
import { errorsWhileFormOpens } from './form.mts';
import { runsOn, withCredential } from './serverRuns.mts';

/** Where the checks are made. */
export interface Place {
	n8n: RunningN8n;
	simulator: Simulator;
	credential: StoredCredential;
}

/**
 * What is checked of a node that is loaded, under the headings of README's table; each gives what its
 * cell says, or throws an Error that says what went wrong.
 */
export const CHECKS: Readonly<Record<string, (place: Place) => Promise<string>>> = {
	'credential test': testCredential,
	'error output': useErrorOutput,
	'example workflows': runExamples,
	'form in Chromium': openForm,
};

async function testCredential({ n8n, credential }: Place): Promise<string> {
	const { status, message } = await n8n.client.credentials.testStored(credential);
	if (status !== 'OK') throw new Error(message);
	return 'yes';
}

async function useErrorOutput({ n8n, credential }: Place): Promise<string> {
	const run = await runsOn(n8n.client, credential).run(failingRow);
	const outputs = [0, 1].map((index) => run.output(PUSH, index).map(({ json }) => json));
	const [[success, ...moreSuccesses] = [], [failure, ...moreFailures] = []] = outputs;
	if (
		success?.pushStatus === 'ASYNC_SUCCESS' &&
		typeof failure?.error === 'string' &&
		failure.error.startsWith("'User IDs' is empty") &&
		moreSuccesses.length + moreFailures.length === 0
	) {
		return 'yes';
	}
	const reason = run.error?.message ?? 'no error';
	throw new Error(`It ended as '${run.status}' with ${reason}: ${JSON.stringify(outputs)}`);
}

/** Those whose nodes this n8n has, too; prints what the others lack. */
async function runExamples({ n8n, simulator, credential }: Place): Promise<string> {
	const engine = runsOn(n8n.client, credential);
	const known = new Set((await n8n.client.nodeTypes()).flatMap(versionedNames));
	const surprises: string[] = [];
	let runs = 0;
	for (const example of examples) {
		const { nodes } = await readWorkflow(example.fileName);
		const missing = nodes
			.map(({ type, typeVersion }) => `${type} ${typeVersion}`)
			.filter((name) => !known.has(name));
		if (missing.length > 0) {
			const names = [...new Set(missing)].join(', ');
			process.stdout.write(`${example.fileName} is left out: this n8n has no ${names}.\n`);
			continue;
		}
		const run = await runExample(example, { engine, simulator });
		surprises.push(...run.surprises.map((surprise) => `${example.fileName}: ${surprise}`));
		runs += 1;
	}
	if (surprises.length > 0) throw new Error(surprises.join(' '));
	return `${runs} of ${examples.length}`;
}

function versionedNames(description: unknown): string[] {
	const name = textAt(description, 'name');
	const { version } = asObject(description);
	return (Array.isArray(version) ? asList(version) : [version]).map(
		(one) => `${name} ${String(one)}`,
	);
}

async function openForm({ n8n, credential }: Place): Promise<string> {
	const errors = await errorsWhileFormOpens(n8n, withCredential(failingRow, credential));
	if (errors.length > 0) throw new Error(errors.join(' '));
	return 'yes';
}
