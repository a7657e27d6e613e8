import type { IDataObject } from 'n8n-workflow';

import { CallFailure } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import type { Service } from '../../service/service';
import { userIdFrom, userKey } from '../../userKey';
import { withIsoTime } from '../isoTime';
import { labelCall } from '../label/labelCall';

/**
 * Looks whether a user has a label. For one without it the service leaves the fields out, or the
 * whole `data`. Source: Agora docs, 'Query the specified user under the specified push label'.
 *
 * @throws CallFailure when there is no such label.
 */
export async function getMember(
	service: Service,
	labelName: string,
	userId: string,
): Promise<{ isMember: boolean; created: IDataObject[string] }> {
	const response = await service.call({
		method: 'GET',
		...labelCall(labelName, 'user', userId),
		ifRepeated: 'harmless',
	});
	const found = response.data(isMemberData, 'a label member') ?? {};
	const username = userIdFrom(found.username);
	if (username !== undefined && userKey(username) !== userKey(userId)) throw aboutAnother(username);
	const { created } = withIsoTime(found, 'created');
	return { isMember: username !== undefined, created };
}

/** Nobody can be told from a member whom the service does not name. */
export function namelessMember(): CallFailure {
	return new CallFailure({
		message: 'The service answered with a member without a name',
		description: 'Run the workflow again later.',
		isUncertain: false,
	});
}

function aboutAnother(username: string): CallFailure {
	return new CallFailure({
		message: `The service answered about another user, '${singleLine(username)}'`,
		description: lostResponseAdvice({ ifRepeated: 'harmless' }),
		isUncertain: false,
	});
}

/** A member's fields, or nothing at all. */
function isMemberData(data: unknown): data is IDataObject | null | undefined {
	if (data === null || data === undefined) return true;
	if (!isDataObject(data)) return false;
	return Object.keys(data).length === 0 || userIdFrom(data.username) !== undefined;
}
