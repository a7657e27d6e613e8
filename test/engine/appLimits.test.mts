/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function push(parameters: INodeParameters, rows: IDataObject[] = [{}]) {
	const message = { title: 'Hello', content: 'World' };
	const { items, errorItems } = await runNode(simulator(), {
		parameters: { resource: 'push', ...message, ...parameters },
		rows,
		onError: 'continueErrorOutput',
	});
	return { items, errors: errorItems.map(({ json }) => json.error) };
}

it('Send to All: a fourth broadcast while three run is refused, and says what to do', async () => {
	simulator().settings.taskDurationMs = 3_600_000;
	const rows = ['A', 'B', 'C', 'D'].map((title) => ({ title }));
	const { items, errors } = await push(
		{
			...{ operation: 'sendToAll', title: '={{ $json.title }}' },
			options: { maxPushesPerAudience: 0 },
		},
		rows,
	);
	expect(items).toHaveLength(3);
	expect(errors).toEqual([
		expect.stringMatching(
			/^The service refused the call \(403: limit request\) \[item \d\]\. .*broadcasts at a time\. Make room, wait/,
		),
	]);
});

it('Send to Labels: five labels, where the app may use three, are refused in its words', async () => {
	simulator().settings.labelsPerPush = 3;
	const labels = ['a', 'b', 'c', 'd', 'e'];
	simulator().seed({ labels: labels.map((name) => ({ name })) });
	const { items, errors } = await push({ operation: 'sendToLabels', labelNames: labels });
	expect(items).toEqual([]);
	expect(errors).toEqual([
		expect.stringMatching(/^The service refused the call \(400: targets illegal\) \[item 0\]\. /),
	]);
});

it('Send to Users: a title of wide characters is left to the service to count', async () => {
	const send = { operation: 'sendToUsers', userIds: 'anna', title: '推'.repeat(17) };
	expect((await push(send)).items).toHaveLength(1);
	simulator().settings.wideCharactersCountTwice = true;
	expect((await push(send)).errors).toEqual([
		expect.stringMatching(/^The service refused the call \(400: bad_request\) \[item 0\]\. /),
	]);
});

it('an app whose push is switched off is sent to the console', async () => {
	simulator().settings.pushServiceOpen = false;
	expect((await push({ operation: 'sendToUsers', userIds: 'anna' })).errors).toEqual([
		expect.stringMatching(
			/^The service refused the call \(403: push service not open\) \[item 0\]\. Check in the Agora console whether push is switched on/,
		),
	]);
});
