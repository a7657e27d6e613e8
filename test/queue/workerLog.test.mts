import { expect, it } from '@jest/globals';

import { executionsIn } from '../../tools/queue/cluster/workerLog.mts';

it('knows the executions that a worker did not bring to an end, also over a restart', () => {
	const log = `
n8n worker is now ready
Worker started execution 8 (job 8)
Worker started execution 12 (job 12)
Worker finished execution 12 (job 12)
Worker started execution 123 (job 123)
n8n worker is now ready
Worker started execution 124 (job 124)
Worker finished execution 124 (job 124)
`;
	expect(executionsIn(log)).toEqual({
		started: ['8', '12', '123', '124'],
		unfinished: ['8', '123'],
	});
});

it('knows none of a worker that has done nothing', () => {
	expect(executionsIn('n8n worker is now ready')).toEqual({ started: [], unfinished: [] });
});
