import { defineResource } from '../resource';
import { create } from './create.operation';
import { deleteLabel } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const label = defineResource({ name: 'Label', value: 'label' }, [
	create,
	deleteLabel,
	get,
	getAll,
]);
