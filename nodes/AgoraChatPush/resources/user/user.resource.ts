import { defineResource } from '../resource';
import { getDevices } from './getDevices.operation';
import { getStatus } from './getStatus.operation';

export const user = defineResource({ name: 'User', value: 'user' }, [getDevices, getStatus]);
