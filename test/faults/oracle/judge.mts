import type { Evidence } from '../evidence.mts';
import { modelOf } from '../models/index.mts';
import type { OperationModel, Subject } from '../models/model.mts';
import { atMostOnce } from './atMostOnce.mts';
import { bounded } from './bounded.mts';
import { conservation } from './conservation.mts';
import { reportedOutcomes } from './reportedOutcomes.mts';
import { reportsOf, type Report } from './reports.mts';
import { spelling } from './spelling.mts';
import { tallied } from './tallied.mts';

/** A run with everything that its checks are made from. */
export interface Case {
	evidence: Evidence;
	model: OperationModel;
	subjects: Subject[];
	reports: Report[];
}

/** Gives a sentence for each thing that is not as it must be. */
export type Check = (tried: Case) => string[];

const CHECKS: Record<string, Check> = {
	conservation,
	spelling,
	tallied,
	reportedOutcomes,
	atMostOnce,
	bounded,
};

/** @throws Error with one line for each thing that is wrong with a run. */
export function judge(evidence: Evidence): void {
	const model = modelOf(evidence.situation.operation);
	const tried: Case = {
		evidence,
		model,
		subjects: model.subjects(evidence.goodRows, evidence),
		reports: reportsOf(evidence, model),
	};
	const wrong = Object.entries(CHECKS).flatMap(([name, check]) =>
		check(tried).map((sentence) => `${name}: ${sentence}`),
	);
	if (wrong.length > 0) throw new Error([...wrong.slice(0, 10), ...contextOf(tried)].join('\n'));
}

function contextOf({ evidence: { requests, error }, reports }: Case): string[] {
	return [
		...requests
			.slice(0, 20)
			.map(
				({ method, path, status, tookEffect, weather }) =>
					`  ${method} ${path} → ${status ?? 'nothing'}${tookEffect ? ', took effect' : ''}${weather === null ? '' : ` (${weather})`}`,
			),
		...(error === undefined ? [] : [`  stopped: ${error.text}`]),
		...reports
			.slice(0, 20)
			.map(
				({ key, rows, outcome, text }) => `  said of ${key} [${rows.join()}]: ${outcome} ${text}`,
			),
	];
}
