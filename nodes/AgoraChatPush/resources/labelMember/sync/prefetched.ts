import type { JobResult, JobResults } from '../../../runJobs';
import type { LabelGroup } from './labelGroup';

/** What is read before anything is changed: the members of a label, or the names of all labels. */
export type Target = { kind: 'members'; group: LabelGroup } | NamesTarget;

interface NamesTarget {
	kind: 'names';
	/** Stands for the labels that the input owns, where their names are wanted. */
	owned?: LabelGroup;
}

export type State = LabelState | LabelNames;

/** What reading a label found. */
export interface LabelState {
	kind: 'members';
	/** User IDs as the service spells them. */
	present: Set<string>;
	/** Whether the label has to be created. */
	isMissing: boolean;
}

export interface LabelNames {
	kind: 'names';
	/** Of all labels of the app. */
	names: string[];
}

export type Prefetched = JobResults<Target, State>;

interface LabelResult {
	group: LabelGroup;
	result: JobResult<LabelState>;
}

/** What was found of each label. */
export function labelStates(prefetched: Prefetched): LabelResult[] {
	return [...prefetched].flatMap(([{ payload }, result]): LabelResult[] => {
		if (payload.kind !== 'members') return [];
		const { group } = payload;
		if (result.state !== 'succeeded') return [{ group, result }];
		const { state, value } = result;
		return value.kind === 'members' ? [{ group, result: { state, value } }] : [];
	});
}

/** What was found of the app's labels; undefined where their names were not read. */
export function labelNames(
	prefetched: Prefetched,
): { owned?: LabelGroup; result: JobResult<LabelNames> } | undefined {
	for (const [{ payload }, result] of prefetched) {
		if (payload.kind !== 'names') continue;
		const { owned } = payload;
		if (result.state !== 'succeeded') return { owned, result };
		const { state, value } = result;
		if (value.kind === 'names') return { owned, result: { state, value } };
	}
	return undefined;
}

/** The labels that have to be created. */
export function missingLabels(prefetched: Prefetched): LabelGroup[] {
	return labelStates(prefetched).flatMap(({ group, result }) =>
		result.state === 'succeeded' && result.value.isMissing ? [group] : [],
	);
}
