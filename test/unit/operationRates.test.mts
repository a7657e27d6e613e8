import { expect, it } from '@jest/globals';

import { CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
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

/** What any of them may have to know before it plans. */
const TARGET = { kind: 'members', label: 'vip', userKeys: new Set(), group: REQUEST };

const OPERATIONS = resources.flatMap(({ menuEntry, operations }) =>
	operations.map((operation) => ({
		name: `${menuEntry.value}.${operation.menuEntry.value}`,
		operation,
	})),
);

it.each(OPERATIONS)('$name counts towards the rate of its path', async ({ operation }) => {
	const requests: ServiceRequest[] = [];
	const call = (request: ServiceRequest) => {
		requests.push(request);
		const explanation = { message: 'No answer', description: 'None is needed.' };
		return Promise.reject(new CallFailure({ ...explanation, isUncertain: false }));
	};
	await operation.prefetch?.call({ call }, TARGET).catch(expectNoAnswer);
	await operation.call({ call }, REQUEST, ['anna']).catch(expectNoAnswer);
	expect(requests.length).toBeGreaterThanOrEqual(1);
	for (const { path, rate } of requests) expect(`${path.join('/')}/`).toContain(`${rate}/`);
});

function expectNoAnswer(error: unknown): void {
	expect(error).toMatchObject({ message: 'No answer' });
}
