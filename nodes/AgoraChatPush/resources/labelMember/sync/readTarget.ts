import { asCallFailure } from '../../../callFailure';
import { readPages } from '../../../service/paging';
import type { Service } from '../../../service/service';
import { userIdFrom } from '../../../userKey';
import { labelCall } from '../../label/labelCall';
import { memberCountsOfLabels } from '../../label/labelData';
import { namelessMember } from '../memberData';
import { createMissingLabel } from './fields';
import type { LabelGroup } from './labelGroup';
import type { LabelNames, LabelState, State, Target } from './prefetched';

/** @throws CallFailure when what is to be known cannot be read to its end. */
export async function readTarget(service: Service, target: Target): Promise<State> {
	return target.kind === 'names'
		? await readNames(service)
		: await readMembers(service, target.group);
}

async function readNames(service: Service): Promise<LabelNames> {
	const counts = await memberCountsOfLabels(service);
	return { kind: 'names', names: [...counts.keys()] };
}

async function readMembers(
	service: Service,
	{ label: name, rules, requests }: LabelGroup,
): Promise<LabelState> {
	const list = { ...labelCall(name, 'user'), limit: Infinity };
	const present = new Set<string>();
	try {
		for await (const members of readPages(service, list)) {
			for (const { username } of members) {
				const userId = userIdFrom(username);
				if (userId === undefined) throw namelessMember();
				present.add(userId);
			}
		}
		return { kind: 'members', present, isMissing: false };
	} catch (error) {
		const failure = asCallFailure(error);
		if (failure.response.isNotFound !== true) throw failure;
		const isNamed = requests.length > 0;
		if (isNamed && !rules.createMissingLabel) {
			const description = `Choose another label, or switch on '${createMissingLabel.displayName}' under 'Options'.`;
			throw failure.with({ description });
		}
		// It may have been there for its first pages, and be gone with its members since.
		return { kind: 'members', present: new Set(), isMissing: isNamed };
	}
}
