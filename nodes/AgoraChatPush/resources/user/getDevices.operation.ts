import type { IDataObject } from 'n8n-workflow';

import { asCallFailure } from '../../callFailure';
import { defineOperation } from '../../operation';
import { planForUsers } from '../../planning/planners';
import { isEntries } from '../../service/paging';
import type { NotFound } from '../../service/serviceRequest';
import { userIds } from '../fields';
import { userOptions } from '../options';
import { readUserIdsInPath } from '../readFields';

/** How the user services say it. Source: Agora docs, 'HTTP status codes'; Easemob docs, 'Push error codes'. */
const UNKNOWN_USER: NotFound = {
	pattern: /Entity user requires|Service resource not found|username .* doesn't exist/i,
	message: 'The service does not know the user',
	description: 'Check the user ID: it must be that of a user who is registered in Agora Chat.',
};

/** Source: Shengwang docs, 'Query the push information bound to a user'; Agora release notes v1.3.0 name it. */
export const getDevices = defineOperation({
	menuEntry: {
		name: 'Get Devices',
		value: 'getDevices',
		action: 'Get devices of users',
		description: 'Find out whether users exist, and which of their devices can get a push',
	},
	fields: [userIds, userOptions],
	outputFields: ['userId', 'exists', 'deviceCount', 'devices'],
	unit: 'users',

	read: (item) => ({ userIds: readUserIdsInPath(item), shared: {} }),

	plan: (requests) => planForUsers(requests, () => 1),

	async call(service, _shared, userPath): Promise<IDataObject[] | undefined> {
		try {
			const response = await service.call({
				method: 'GET',
				path: ['users', ...userPath, 'push', 'binding'],
				rate: 'users',
				ifRepeated: 'harmless',
				notFound: UNKNOWN_USER,
			});
			return response.data(isEntries, 'a list', 'entities');
		} catch (error) {
			const failure = asCallFailure(error);
			if (failure.response.isNotFound === true) return undefined;
			throw failure;
		}
	},

	outcomesOf(_shared, found) {
		const devices = found?.map(deviceFields) ?? [];
		const exists = found !== undefined;
		return (userId) => [{ json: { userId, exists, deviceCount: devices.length, devices } }];
	},

	errorDetails: (_shared, userId) => ({ userId }),
});

/** Without the device's token, which is a secret. */
function deviceFields({
	device_id: deviceId,
	notifier_name: notifierName,
}: IDataObject): IDataObject {
	return { deviceId, notifierName };
}
