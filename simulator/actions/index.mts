import type { Action } from '../action.mts';
import { addLabelMembers } from './addLabelMembers.mts';
import { changeUserDevice } from './changeUserDevice.mts';
import { createLabel } from './createLabel.mts';
import { deleteLabel } from './deleteLabel.mts';
import { getLabel } from './getLabel.mts';
import { getLabelMember } from './getLabelMember.mts';
import { getUser } from './getUser.mts';
import { getUserDevices } from './getUserDevices.mts';
import { getUserStatus } from './getUserStatus.mts';
import { getUserStatuses } from './getUserStatuses.mts';
import { issueToken } from './issueToken.mts';
import { listLabelMembers } from './listLabelMembers.mts';
import { listLabels } from './listLabels.mts';
import { listNotifiers } from './listNotifiers.mts';
import { removeLabelMembers } from './removeLabelMembers.mts';
import { sendToAll } from './sendToAll.mts';
import { sendToLabels } from './sendToLabels.mts';
import { sendToOne } from './sendToOne.mts';
import { sendToUserList } from './sendToUserList.mts';
import { sendToUsers } from './sendToUsers.mts';

/** All that the service can do, by the names that records and weather rules use. */
export const actions = {
	sendToUsers,
	sendToLabels,
	sendToAll,
	sendToOne,
	sendToUserList,
	createLabel,
	getLabel,
	listLabels,
	deleteLabel,
	addLabelMembers,
	getLabelMember,
	listLabelMembers,
	removeLabelMembers,
	getUser,
	getUserStatus,
	getUserStatuses,
	getUserDevices,
	changeUserDevice,
	listNotifiers,
	issueToken,
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;

export const ACTION_NAMES = Object.keys(actions).filter(isActionName);

export function isActionName(name: string): name is ActionName {
	return Object.hasOwn(actions, name);
}
