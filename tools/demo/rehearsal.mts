import type { ExampleRun } from './runExample.mts';

/** What the report says of a run that followed its dry run, and whether they agree. */
export function compareWithDryRun(
	dryRun: ExampleRun,
	realRun: ExampleRun,
): { sentence: string; agrees: boolean } {
	const changes = new Map([...dryRun.changes, ...realRun.changes]);
	const differing = [...changes].filter(
		([name]) => dryRun.changes.get(name)?.status !== realRun.changes.get(name)?.status,
	);
	const refused = new Set(
		realRun.outcomes.filter(({ kind }) => kind === 'expected').map(({ who }) => who),
	);
	const [other] = differing.find(([, { user }]) => !refused.has(user)) ?? [];
	if (other !== undefined) {
		return { sentence: `Not as the dry run said of ${other}.`, agrees: false };
	}
	const count = differing.length.toLocaleString('en');
	const exception =
		differing.length === 0 ? '' : `, but for ${count} refused: only a real call finds that out`;
	return { sentence: `Just as the dry run said${exception}.`, agrees: true };
}
