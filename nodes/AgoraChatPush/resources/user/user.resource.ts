import { defineResource } from '../resource';
import { getDevices } from './getDevices.operation';
import { getLabels } from './getLabels.operation';
import { getStatus } from './getStatus.operation';

export const user = defineResource({ name: 'User', value: 'user' }, [
	getDevices,
	getLabels,
	getStatus,
]);
