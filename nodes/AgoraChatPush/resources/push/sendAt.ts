import { describe } from '../../reading/describe';
import type { InputItem } from '../../reading/inputItem';
import { UserError } from '../../userError';
import { sendAt } from './pushFields';

const FORM = /^(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)$/;

/**
 * When the service is to send a push, as the body of a call has it. Only the form is checked: how far
 * ahead it lies depends on the zone of the service's clock.
 *
 * @throws UserError for anything else, also for a blank, with which the push would go out at once.
 */
export function readSendAt(item: InputItem): { startDate?: string } {
	const added = item.addedOption(sendAt);
	if (added === undefined) return {};
	const startDate = typeof added.value === 'string' ? added.value.trim() : '';
	if (isMoment(startDate)) return { startDate };
	throw new UserError(
		`'${sendAt.displayName}' is ${describe(added.value)}, not a date and time as yyyy-MM-dd HH:mm:ss`,
		{
			description:
				"Write it as in 2026-12-24 18:00:00; an expression can end in .format('yyyy-MM-dd HH:mm:ss'). To send at once, remove the option.",
		},
	);
}

/** A day that does not exist would become another one. */
function isMoment(text: string): boolean {
	const { date = '', time = '' } = FORM.exec(text)?.groups ?? {};
	const moment = new Date(`${date}T${time}Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${date}T${time}`);
}
