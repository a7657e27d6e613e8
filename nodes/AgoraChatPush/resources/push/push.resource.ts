import { defineResource } from '../resource';
import { sendToAll } from './sendToAll.operation';
import { sendToLabels } from './sendToLabels.operation';
import { sendToUsers } from './sendToUsers.operation';

export const push = defineResource({ name: 'Push', value: 'push' }, [
	sendToUsers,
	sendToLabels,
	sendToAll,
]);
