import { expect, it } from '@jest/globals';

import { JobFailure } from '../../nodes/AgoraChatPush/jobFailure.ts';
import { resources } from '../../nodes/AgoraChatPush/resources/index.ts';
import type { ServiceRequest } from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { SETTINGS } from '../support/serviceCall.mts';

const SHARED = { label: 'vip', content: {}, settings: SETTINGS };

/** What any of the operations may ask for. */
const REQUEST = {
	...SHARED,
	name: 'vip',
	labels: ['vip'],
	limit: 1,
	shared: SHARED,
	rules: { dryRun: false, settings: SETTINGS },
	step: { kind: 'add' },
};

const OPERATIONS = resources.flatMap(({ menu, operations }) =>
	operations.map((operation) => ({ name: `${menu.value}.${operation.menu.value}`, operation })),
);

it.each(OPERATIONS)('$name counts towards the rate of its path', async ({ operation }) => {
	const requests: ServiceRequest[] = [];
	const call = (request: ServiceRequest) => {
		requests.push(request);
		const explanation = { message: 'No answer', description: 'None is needed.' };
		return Promise.reject(new JobFailure({ ...explanation, isUncertain: false }));
	};
	await expect(operation.call({ call }, REQUEST, ['anna'])).rejects.toThrow('No answer');
	expect(requests).toHaveLength(1);
	for (const { path, rate } of requests) expect(`${path.join('/')}/`).toContain(`${rate}/`);
});
