import { keyOf, personOf } from '../models/model.mts';
import type { Check } from './judge.mts';
import { endingOf } from './recordedOutcomes.mts';

/**
 * Nobody gets a message twice from one run, a task is made at most once, and no push goes out again
 * after an answer that was lost.
 */
export const atMostOnce: Check = ({ evidence: { deliveries, situation }, model, subjects }) => {
	if (!model.isPush) return [];
	const isToUsers = situation.operation === 'push sendToUsers';
	const received = new Map<string, number>();
	for (const { userId, provider, message } of isToUsers ? deliveries : []) {
		const key = keyOf(personOf(userId), provider, message.title, message.content);
		received.set(key, (received.get(key) ?? 0) + 1);
	}
	return [
		...[...received]
			.filter(([, times]) => times > 1)
			.map(([key, times]) => `${key} was delivered ${times} times`),
		...subjects.flatMap(({ key, calls }) => {
			const effects = calls.filter(({ tookEffect }) => tookEffect).length;
			const lost = calls.findIndex((call) => endingOf(call) === 'lost');
			const isRepeated = lost >= 0 && lost < calls.length - 1;
			return [
				...(effects > 1 ? [`the push to ${key} took effect ${effects} times`] : []),
				...(isRepeated ? [`the push to ${key} went out again after a lost answer`] : []),
			];
		}),
	];
};
