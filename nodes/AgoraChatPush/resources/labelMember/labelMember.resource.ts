import { defineResource } from '../resource';
import { add } from './add.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { remove } from './remove.operation';
import { sync } from './sync.operation';

export const labelMember = defineResource({ name: 'Label Member', value: 'labelMember' }, [
	add,
	get,
	getAll,
	remove,
	sync,
]);
