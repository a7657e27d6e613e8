import { expect, it } from '@jest/globals';

import { executionsIn } from '../../queue/cluster/workerLog.mts';

it('knows the executions that a worker took, also over a restart', () => {
	const log = `
n8n worker is now ready
Worker started execution 8 (job 8)
Worker started execution 123 (job 124)
Worker finished execution 8 (job 8)
n8n worker is now ready
Worker started execution 125 (job 125)
`;
	expect(executionsIn(log)).toEqual(['8', '123', '125']);
});

it('knows none of a worker that has done nothing', () => {
	expect(executionsIn('n8n worker is now ready')).toEqual([]);
});
