import { createLabel, deleteLabel, getAllLabels, getLabel } from './labelModels.mts';
import { addMembers, getAllMembers, getMember, removeMembers } from './memberModels.mts';
import type { OperationModel } from './model.mts';
import { sendToAll, sendToLabels, sendToUsers } from './pushModels.mts';
import { sync } from './syncModel.mts';
import { getDevices, getLabels, getStatus } from './userModels.mts';

/** Every operation of the node, by resource and operation. */
export const MODELS: Readonly<Record<string, OperationModel>> = {
	'push sendToUsers': sendToUsers,
	'push sendToLabels': sendToLabels,
	'push sendToAll': sendToAll,
	'label create': createLabel,
	'label delete': deleteLabel,
	'label get': getLabel,
	'label getAll': getAllLabels,
	'labelMember add': addMembers,
	'labelMember remove': removeMembers,
	'labelMember get': getMember,
	'labelMember getAll': getAllMembers,
	'labelMember sync': sync,
	'user getDevices': getDevices,
	'user getLabels': getLabels,
	'user getStatus': getStatus,
};

export function modelOf(operation: string): OperationModel {
	const model = MODELS[operation];
	if (model === undefined) throw new Error(`There is no model of '${operation}'.`);
	return model;
}
