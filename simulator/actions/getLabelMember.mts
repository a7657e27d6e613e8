import type { Action } from '../action.mts';
import { labelInPath } from '../labels.mts';

const NON_MEMBER = { empty: {}, null: null, absent: undefined };

/** Agora docs, "Query the specified user under the specified push label". */
export const getLabelMember: Action = {
	name: 'getLabelMember',
	method: 'GET',
	path: 'push/label/:label/user/:member',
	takesBody: false,
	rateClass: 'labels',

	run(call, service) {
		const member = labelInPath(call, service).members.get(call.parameters.member ?? '');
		if (member === undefined) return { data: NON_MEMBER[service.settings.nonMemberData] };
		return { data: { username: member.username, created: member.createdAt } };
	},
};
