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
	const refused = [...dryRun.changes.keys()].filter(
		(user) => !realRun.changes.has(user) && setAside.has(user),
	);
	const users = new Set([...dryRun.changes.keys(), ...realRun.changes.keys()]);
	const isOtherwise = (user: string) => dryRun.changes.get(user) !== realRun.changes.get(user);
	const surprises = [...users]
		.filter((user) => isOtherwise(user) && !refused.includes(user))
		.map((user) => `The dry run said otherwise of ${user}.`);
	return { agreement: agreement(surprises.length, refused.length), surprises };
}

function agreement(differing: number, refused: number): string {
	if (differing > 0) return `Not as the dry run said of ${differing.toLocaleString('en')}.`;
	if (refused === 0) return 'Just as the dry run said.';
	return `Just as the dry run said, but for ${refused.toLocaleString('en')} refused: only a real call finds that out.`;
}
