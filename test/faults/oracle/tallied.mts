import type { OutcomeKind } from '../models/model.mts';
import type { Case, Check } from './judge.mts';
import { endingOf, recordedOutcomes } from './recordedOutcomes.mts';

const OUTCOMES: Record<string, OutcomeKind> = {
	accepted: 'accepted',
	'in a dry run': 'accepted',
	refused: 'refused',
	failed: 'failed',
	'uncertain (answer lost)': 'uncertain',
	'not tried': 'not tried',
};

/**
 * With 'Stop Workflow', a bad row or a refusal stops the run before anything is sent or changed, and
 * a failed call stops it with an error whose tally adds up to everyone, each in his own outcome. With
 * the continue settings nothing stops a run, and nobody is left untried.
 */
export const tallied: Check = (tried) => {
	const { evidence, model } = tried;
	const { error, badRows, situation } = evidence;
	if (situation.onError !== 'stopWorkflow') {
		return error === undefined
			? []
			: [`the run stopped although it was to continue: ${error.text}`];
	}
	if (badRows.length > 0) {
		return [...stoppedBefore(tried, model.isPush ? 'sent' : 'changed'), ...calledFor(tried)];
	}
	if (error === undefined) {
		return hasFailed(tried) ? ['a call failed, and the run did not stop'] : [];
	}
	for (const verb of ['sent', 'changed'] as const) {
		if (error.description.endsWith(`Nothing was ${verb}.`)) return stoppedBefore(tried, verb);
	}
	return compare(tried, error.description);
};

function stoppedBefore(
	{ evidence: { error, requests } }: Case,
	verb: 'sent' | 'changed',
): string[] {
	const acting = requests.filter(({ method }) => method !== 'GET');
	return [
		...((error?.description.includes(`Nothing was ${verb}.`) ?? false)
			? []
			: [`the error does not say that nothing was ${verb}`]),
		...acting.map(({ method, path }) => `${method} ${path} was called all the same`),
	];
}

/** For a bad row nobody is even looked up. */
function calledFor({ evidence: { requests } }: Case): string[] {
	return requests.map(({ method, path }) => `${method} ${path} was called for nothing`);
}

/** A result for each user that tells of none is an answer all the same, and lost for these users. */
function hasFailed({ subjects }: Case): boolean {
	return subjects.some(({ calls, orElse }) => {
		const last = calls.at(-1);
		if (last === undefined || orElse !== undefined) return false;
		const mayTellOfNobody =
			last.weather === 'body' &&
			['sendToUsers', 'sendToOne', 'getUserStatuses'].includes(last.action ?? '');
		return endingOf(last) !== 'answered' && !mayTellOfNobody;
	});
}

function compare({ subjects, model }: Case, description: string): string[] {
	const counted = subjects.filter(({ isUncounted = false }) => !isUncounted).map(recordedOutcomes);
	const words = new RegExp(`Of the ${model.unit}: (.*)\\.$`).exec(description)?.[1];
	if (words === undefined) {
		if (counted.length === 0) return [];
		return [`the error holds no tally of the ${model.unit}: ${description}`];
	}
	const told = new Map<OutcomeKind | undefined, number>();
	for (const part of words.split(', ')) {
		const [, count = '0', name = ''] = /^(\d+) (.*)$/.exec(part) ?? [];
		const outcome = OUTCOMES[name];
		told.set(outcome, (told.get(outcome) ?? 0) + Number(count));
	}
	const total = [...told.values()].reduce((sum, count) => sum + count, 0);
	return [
		...(total === counted.length ? [] : [`the tally is of ${total}, not of ${counted.length}`]),
		...Object.values(OUTCOMES).flatMap((outcome) => {
			const least = counted.filter(
				(outcomes) => outcomes.length === 1 && outcomes[0] === outcome,
			).length;
			const most = counted.filter((outcomes) => outcomes.includes(outcome)).length;
			const count = told.get(outcome) ?? 0;
			if (count >= least && count <= most) return [];
			return [`the tally says ${count} ${outcome}, the record ${least}: ${words}`];
		}),
	];
}
