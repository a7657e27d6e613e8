/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

describe("'Max Removal Percent'", () => {
	it.each([
		['mirror', true],
		['removeExtra', true],
		['addMissing', false],
		['={{ $json.mode }}', true],
	])('with the mode %s: offered is %s', (syncMode, isOffered) => {
		const description = n8nEngine.nodeTypes.get('agoraChatPush')?.description;
		const node: INode = {
			id: 'sync',
			name: 'Sync',
			type: 'n8n-nodes-agora-chat-push.agoraChatPush',
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				resource: 'labelMember',
				operation: 'sync',
				syncMode,
				options: { maxRemovalPercent: 10 },
			},
		};
		const kept = NodeHelpers.getNodeParameters(
			description?.properties ?? [],
			node.parameters,
			false,
			false,
			node,
			description ?? null,
		);

		expect(kept?.options).toEqual(isOffered ? { maxRemovalPercent: 10 } : {});
	});

	it('brakes a mode that comes from an expression', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['anna', 'ben', 'carla'] }] });
		const { error } = await runSync(simulator(), {
			rows: [{ user: 'anna', mode: 'mirror' }],
			parameters: { syncMode: '={{ $json.mode }}', options: { maxRemovalPercent: 60 } },
		});

		expect(error?.message).toContain('more than 60 %');
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'carla']);
	});

	it('allows the removals of a mode that comes from an expression', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['anna', 'ben', 'carla'] }] });
		await runSync(simulator(), {
			rows: [{ user: 'anna', mode: 'mirror' }],
			parameters: { syncMode: '={{ $json.mode }}', options: { maxRemovalPercent: 70 } },
		});

		expect(simulator().labelMembers('vip')).toEqual(['anna']);
	});
});
