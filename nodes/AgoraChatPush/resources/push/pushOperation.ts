import type { IDataObject } from 'n8n-workflow';

import type { PushBody } from '../../message/readMessage';
import { defineOperation, type Operation, type Outcome, type PlanContext } from '../../operation';
import { durationText, quantity } from '../../output/wording';
import { durationMs } from '../../planning/duration';
import type { Job } from '../../planning/job';
import type { JobResult, JobResults } from '../../runJobs';
import type { RateName } from '../../service/limits/rates';
import type { Service } from '../../service/service';

interface PushPayload {
	body: PushBody;
	/** Whether the push is shown and not sent. */
	dryRun: boolean;
}

/** What one push says in its file; a dry run is the same for all of them. */
interface Push<Request, Payload extends PushPayload, Sent, Target, State> extends Pick<
	Operation<Request, Payload, Sent, Target, State>,
	'menuEntry' | 'fields' | 'outputFields' | 'unit' | 'read' | 'prefetch' | 'plan' | 'errorDetails'
> {
	/** Which of the service's rates its calls count towards. */
	rateOf(payload: Payload): RateName;
	/** Whether the service accepts its calls without telling whether anybody was reached. */
	isUnchecked?(payload: NoInfer<Payload>): boolean;
	/** @throws CallFailure */
	send(service: Service, payload: Payload, subjects: string[]): Promise<Sent>;
	outcomeOf(payload: Payload, sent: Sent): (subject: string) => Outcome;
	/** What a dry run shows of a subject besides the message. */
	plannedFields(payload: Payload, subject: string): IDataObject;
	/** What tells its audience from others; left out where a push names its users. */
	audienceOf?(payload: NoInfer<Payload>): string;
}

/** One call is over at once, but not in no time. */
const MIN_DURATION_MS = 1000;

/** Adds to a push what all pushes have in common. */
export function definePush<Request, Payload extends PushPayload, Sent, Target, State>({
	audienceOf,
	...push
}: Push<Request, Payload, Sent, Target, State>): Operation {
	return defineOperation({
		...push,
		outputFields: [...push.outputFields, 'dryRun', 'call', 'pushMessage'],
		isPush: true,

		plan: (requests, context: PlanContext<Target, State>) =>
			push.plan(requests, context).map(numbered),

		call: async (service, payload, subjects) =>
			payload.dryRun ? undefined : await push.send(service, payload, subjects),

		outcomesOf(payload: Numbered<Payload>, sent) {
			if (sent !== undefined) {
				const outcomeOf = push.outcomeOf(payload, sent);
				return (subject) => [outcomeOf(subject)];
			}
			const { callNumber: call, body } = payload;
			const planned = { dryRun: true, call, pushMessage: body.pushMessage };
			return (subject) => [{ json: { ...push.plannedFields(payload, subject), ...planned } }];
		},

		rateOf: (payload) => (payload.dryRun ? undefined : push.rateOf(payload)),

		countTexts: (results) => countTexts(results, push),

		earlierRunKeys: audienceOf && ((results) => audiencesReached(results, audienceOf)),
	});
}

type Numbered<Payload> = Payload & { callNumber: number };

/** No push needs another. */
function numbered<Payload>(job: Job<Payload>, index: number): Job<Numbered<Payload>> {
	return { ...job, needs: undefined, payload: { ...job.payload, callNumber: index + 1 } };
}

/** What is counted of a push, and how. */
type Counting<Payload extends PushPayload> = Pick<
	Push<never, Payload, never, never, never>,
	'unit' | 'rateOf' | 'isUnchecked'
>;

/** Such as '300 users', of what was sent and of what was only planned. */
function countTexts<Payload extends PushPayload>(
	results: JobResults<Payload>,
	push: Counting<Payload>,
): string[] {
	const planned = [...results.keys()].filter(({ payload }) => payload.dryRun);
	const sent = [...results].filter(([{ payload }]) => !payload.dryRun);
	if (planned.length === 0) return [sentText(sent, push)];
	const users = quantity(countSubjects(planned), push.unit);
	return [
		...(sent.length === 0
			? ['dry run, nothing sent', users]
			: [sentText(sent, push), `dry run of ${users}`]),
		plannedText(planned, push),
	];
}

function sentText<Payload extends PushPayload>(
	sent: Array<[Job<Payload>, JobResult]>,
	{ unit, isUnchecked = () => false }: Counting<Payload>,
): string {
	const jobs = sent.map(([job]) => job);
	const count = quantity(countSubjects(jobs), unit);
	const unchecked = sent
		.filter(([{ payload }, { state }]) => state === 'succeeded' && isUnchecked(payload))
		.map(([job]) => job);
	if (unchecked.length === 0) return count;
	const isOfAll = jobs.every(({ payload }) => isUnchecked(payload));
	return `${count}, delivery ${isOfAll ? '' : `of ${countSubjects(unchecked)} `}not checked`;
}

/** How many calls the real run makes, and how long they take. */
function plannedText<Payload extends PushPayload>(
	planned: Array<Job<Payload>>,
	{ rateOf }: Counting<Payload>,
): string {
	const duration = durationText(Math.max(durationMs(planned, rateOf), MIN_DURATION_MS));
	return `${quantity(planned.length, 'calls')} in a real run, about ${duration}`;
}

function countSubjects(jobs: Job[]): number {
	return jobs.reduce((sum, { expected }) => sum + expected.length, 0);
}

/** The audiences of the pushes that went out, or may have. */
function audiencesReached<Payload extends PushPayload>(
	results: JobResults<Payload>,
	audienceOf: (payload: Payload) => string,
): string[] {
	return [...results].flatMap(([{ payload }, result]) => {
		const wentOut = result.state === 'succeeded' || result.failure.isUncertain;
		return wentOut && !payload.dryRun ? [audienceOf(payload)] : [];
	});
}
