import { keyOf } from '../models/model.mts';
import type { Check } from './judge.mts';

/** No call is made more often than 'Max Retries' allows. */
export const bounded: Check = ({ evidence: { situation }, subjects }) => {
	const most = situation.choices.maxRetries + 1;
	return subjects.flatMap(({ key, calls }) => {
		const attempts = new Map<string, number>();
		for (const { method, rawPath } of calls) {
			const call = keyOf(method, rawPath);
			attempts.set(call, (attempts.get(call) ?? 0) + 1);
		}
		return [...attempts]
			.filter(([, times]) => times > most)
			.map(([call, times]) => `${call} for ${key} was made ${times} times, not ${most} at most`);
	});
};
