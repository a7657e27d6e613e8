import type { Settled } from '../calling/callAll';
import type { OperationParts } from '../resources/operation';

const UNCERTAIN = 'uncertain (answer lost)';

/** How many subjects fared how, such as 200 'accepted' and 100 'not tried'. */
export function countFates<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Array<Settled<Request, Subject, Answer>>,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of settled) {
		for (const subject of one.job.subjects) {
			const fate = fateOf(operation, one, subject);
			counts.set(fate, (counts.get(fate) ?? 0) + 1);
		}
	}
	return counts;
}

function fateOf<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Settled<Request, Subject, Answer>,
	subject: Subject,
): string {
	if (settled.state === 'notTried') return 'not tried';
	if (settled.state === 'failed') return settled.failure.isUncertain ? UNCERTAIN : 'failed';

	const problems = operation
		.answer(settled.job.request, subject, settled.answer)
		.flatMap(({ problem }) => problem ?? []);
	if (problems.length === 0) return 'accepted';
	return problems.some(({ isUncertain }) => isUncertain) ? UNCERTAIN : 'refused';
}
