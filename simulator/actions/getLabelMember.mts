import type { Action } from '../action.mts';
import { labelInPath } from '../labels.mts';

const NON_MEMBER = { empty: {}, null: null, absent: undefined };

/** Agora docs, "Query the specified user under the specified push label". */
export const getLabelMember: Action = {
	method: 'GET',
	path: 'push/label/:label/user/:member',
	takesBody: false,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		const { member: asked = '' } = call.parameters;
		const { nonMemberData, userIdCase } = service.settings;
		const member = labelInPath(call, service).members.get(asked);
		if (member === undefined) return { data: NON_MEMBER[nonMemberData] };
		const username = userIdCase === 'foldAndEcho' ? asked : member.username;
		return { data: { username, created: member.createdAt } };
	},
};
