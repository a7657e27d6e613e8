import { rounded, type Row } from '../../bench/report/benchmark.mts';
import { groupBy } from '../../lib/groups.mts';
import type { Answer } from './call.mts';

/** What the callers saw. */
export function answerRows(answers: readonly Answer[]): Row[] {
	const kinds = groupBy(answers, ({ status, body }) =>
		status === 200 && Array.isArray(body)
			? '200 with the outcome'
			: `${status ?? 'no answer'} ${JSON.stringify(body).slice(0, 120)}`,
	);
	return Array.from(kinds, ([answer, own]) => {
		const times = own.map(({ tookMs }) => tookMs / 1000).sort((a, b) => a - b);
		return {
			answer,
			calls: own.length,
			'median s': rounded(times[Math.floor(times.length / 2)] ?? 0),
			'longest s': rounded(times.at(-1) ?? 0),
		};
	});
}
