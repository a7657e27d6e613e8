import { CallFailure, type Explanation } from '../../callFailure';
import type { EarlierRun } from '../../earlierRuns';
import { formatCount, quantity } from '../../output/wording';
import type { Job } from '../../planning/job';
import { groupBy } from '../../planning/planners';
import { maxPushesPerAudience, maxRecipients } from './pushFields';

/** What holds a push back, rather than let it reach more people than anybody may have meant. */

interface Guarded {
	dryRun: boolean;
}

/**
 * Blocks all jobs when more users would get a push than one of them allows.
 *
 * @param recipientsOf how many users some jobs reach, and in which words.
 */
export function guardRecipients<Payload extends Guarded & { maxRecipients: number }>(
	jobs: Array<Job<Payload>>,
	recipientsOf: (jobs: Array<Job<Payload>>) => { count: number; text: string },
): Array<Job<Payload>> {
	return groupBy(jobs, ({ payload }) => String(payload.dryRun)).flatMap((together) => {
		const limit = lowestLimit(together.map(({ payload }) => payload.maxRecipients));
		if (limit === undefined) return together;
		const { count, text } = recipientsOf(together);
		return count <= limit ? together : blocked(together, tooManyRecipients(text, limit));
	});
}

/**
 * Blocks the pushes to an audience that would get more of them in this execution than is allowed.
 *
 * @param earlierRuns whose keys are the audiences of their pushes.
 */
export function guardAudiences<Payload extends Guarded & { maxPushesPerAudience: number }>(
	jobs: Array<Job<Payload>>,
	earlierRuns: EarlierRun[],
	{
		keyOf,
		nameOf,
	}: { keyOf(payload: NoInfer<Payload>): string; nameOf(payload: NoInfer<Payload>): string },
): Array<Job<Payload>> {
	const audienceOf = ({ payload }: Job<Payload>) => `${String(payload.dryRun)} ${keyOf(payload)}`;
	return groupBy(jobs, audienceOf).flatMap((pushes) => {
		const [{ payload }] = pushes;
		const open = pushes.filter(({ blockedReason }) => blockedReason === undefined);
		const limit = lowestLimit(open.map((push) => push.payload.maxPushesPerAudience));
		const earlier = earlierRuns.flatMap(({ keys }) => keys).filter((key) => key === keyOf(payload));
		if (limit === undefined || earlier.length + open.length <= limit) return pushes;
		const counts = { pushes: open.length, earlier: earlier.length };
		return blocked(pushes, tooManyPushes(nameOf(payload), counts, limit));
	});
}

/** Of several items with a limit of their own, the lowest holds; 0 is none. */
function lowestLimit(limits: number[]): number | undefined {
	return limits
		.filter((limit) => limit > 0)
		.reduce<number | undefined>((lowest, limit) => Math.min(lowest ?? limit, limit), undefined);
}

/** A dry run shows all the same what would go out, and says that the real run would stop. */
function blocked<Payload extends Guarded>(
	jobs: Array<Job<Payload>>,
	reason: CallFailure,
): Array<Job<Payload>> {
	return jobs.map((job) =>
		job.payload.dryRun
			? { ...job, warning: realRunStops(reason) }
			: { ...job, blockedReason: job.blockedReason ?? reason },
	);
}

function realRunStops({ message, description }: CallFailure): Explanation {
	return { message: `The real run would stop: ${message}`, description };
}

function tooManyRecipients(text: string, limit: number): CallFailure {
	return new CallFailure({
		message: `${text}, but '${maxRecipients.displayName}' allows ${formatCount(limit)}`,
		description: `Check that the push goes to nobody who should not get it; if it does not, raise '${maxRecipients.displayName}' under 'Options'.`,
		isUncertain: false,
	});
}

function tooManyPushes(
	audience: string,
	{ pushes, earlier }: { pushes: number; earlier: number },
	limit: number,
): CallFailure {
	const pushesText =
		earlier === 0
			? `${formatCount(pushes)} different pushes would go to ${audience}`
			: `${quantity(pushes + earlier, 'pushes')} would go to ${audience} in this execution, ${formatCount(earlier)} of them in earlier runs`;
	return new CallFailure({
		message: `${pushesText}, but '${maxPushesPerAudience.displayName}' allows ${formatCount(limit)}`,
		description: `Each of them goes to the whole audience. Give all items the same message and options, in one run, or use 'Send to Users' for messages of their own; if you mean it, raise '${maxPushesPerAudience.displayName}' under 'Options'.`,
		isUncertain: false,
	});
}
