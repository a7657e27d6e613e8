import type { RecordedRequest } from '../../simulator/index.mts';
import { isObject } from '../../tools/lib/json.mts';
import { memberKey } from './operations.mts';

/** What reached the service about a subject. */
export interface ReceivedCalls {
	calls: number;
	/** Calls that took effect. */
	effects: number;
}

/** Reads the simulator's record of calls that change something or send, by the subject's key. */
export function readReceivedCalls(
	requests: readonly RecordedRequest[],
): Map<string, ReceivedCalls> {
	const received = new Map<string, ReceivedCalls>();
	for (const request of requests) {
		for (const subject of subjectsOf(request)) {
			const { calls, effects } = received.get(subject) ?? { calls: 0, effects: 0 };
			received.set(subject, { calls: calls + 1, effects: effects + Number(request.tookEffect) });
		}
	}
	return received;
}

function subjectsOf({ action, path, body }: RecordedRequest): string[] {
	const fields = isObject(body) ? body : {};
	switch (action) {
		case 'sendToUsers':
			return texts(fields.targets);
		case 'sendToLabels':
		case 'sendToAll':
			return isObject(fields.pushMessage) ? [String(fields.pushMessage.title)] : [];
		case 'addLabelMembers':
		case 'removeLabelMembers': {
			const label = path.split('/').at(-2) ?? '';
			return texts(fields.usernames).map((user) => memberKey(label, user));
		}
		default:
			return [];
	}
}

function texts(list: unknown): string[] {
	return Array.isArray(list) ? list.map(String) : [];
}
