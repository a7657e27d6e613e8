import type { Action } from '../action.mts';
import { addLabelMembers } from './addLabelMembers.mts';
import { createLabel } from './createLabel.mts';
import { deleteLabel } from './deleteLabel.mts';
import { getLabel } from './getLabel.mts';
import { getLabelMember } from './getLabelMember.mts';
import { listLabelMembers } from './listLabelMembers.mts';
import { listLabels } from './listLabels.mts';
import { removeLabelMembers } from './removeLabelMembers.mts';
import { sendToAll } from './sendToAll.mts';
import { sendToLabels } from './sendToLabels.mts';
import { sendToOne } from './sendToOne.mts';
import { sendToUsers } from './sendToUsers.mts';

export const actions: readonly Action[] = [
	sendToUsers,
	sendToLabels,
	sendToAll,
	sendToOne,
	createLabel,
	getLabel,
	listLabels,
	deleteLabel,
	addLabelMembers,
	getLabelMember,
	listLabelMembers,
	removeLabelMembers,
];
