import type { ExampleRun } from './runExample.mts';

type Run = Pick<ExampleRun, 'changes' | 'outcomes'>;

/** How a run compares to its dry run. */
export interface Comparison {
	/** A sentence for the report. */
	agreement: string;
	/** What the dry run said otherwise, a sentence each; none when both agree. */
	surprises: string[];
}

/** Users whom the service refuses are no disagreement: only a real call finds them out. */
export function compareWithDryRun(dryRun: Run, realRun: Run): Comparison {
	const setAside = new Set(
		realRun.outcomes.filter(({ kind }) => kind === 'expected').map(({ who }) => who),
	);
	const refused = new Set(
		[...dryRun.changes.keys()].filter((user) => !realRun.changes.has(user) && setAside.has(user)),
	);
	const users = new Set([...dryRun.changes.keys(), ...realRun.changes.keys()]);
	const differing = [...users].filter(
		(user) => dryRun.changes.get(user) !== realRun.changes.get(user) && !refused.has(user),
	);
	return {
		agreement: agreement(differing, refused.size),
		surprises: differing.map((user) => `The dry run said otherwise of ${user}.`),
	};
}

function agreement([differing, ...others]: readonly string[], refused: number): string {
	if (differing !== undefined) {
		const count = others.length.toLocaleString('en');
		return `Not as the dry run said of ${differing}${others.length === 0 ? '' : ` and ${count} more`}.`;
	}
	if (refused === 0) return 'Just as the dry run said.';
	const count = refused.toLocaleString('en');
	return `Just as the dry run said, but for ${count} refused: only a real call finds that out.`;
}
