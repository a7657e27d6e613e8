import { isActionName } from '../actions/index.mts';
import type { Service } from '../service.mts';
import type { WeatherRule } from '../weather.mts';
import { EXTENT_CHOICES, FAULT_CHOICES } from './faultChoices.mts';

/** The fields of a submitted form. */
export type Fields = Readonly<Record<string, string>>;

const MOST_SECONDS = 600;

/** Reads a body of type `application/x-www-form-urlencoded`. */
export function readFields(body: unknown): Fields {
	return Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
}

/** The rule that the form asks for; undefined when it makes no sense. */
export function readFault(fields: Fields): WeatherRule | undefined {
	const choice = FAULT_CHOICES.find(({ id }) => id === fields.fault);
	const extent = EXTENT_CHOICES.find(({ id }) => id === fields.extent);
	const seconds = readNumber(fields.seconds, MOST_SECONDS);
	const percent = readNumber(fields.percent, 100);
	if (choice === undefined || extent === undefined) return undefined;
	if (seconds === undefined || percent === undefined) return undefined;
	const rule = { ...choice.rule(seconds), ...extent.extent(percent) };
	const { actionName = '' } = fields;
	if (actionName === '') return rule;
	return isActionName(actionName) ? { ...rule, action: actionName } : undefined;
}

/** Turns the switches that the form names. */
export function turnSwitches(
	{ rates, plan, createUnknownUsers }: Fields,
	{ settings }: Service,
): void {
	if (rates === 'on' || rates === 'off') settings.rates = rates;
	if (plan !== undefined) settings.plan = plan === 'on' ? 'free' : 'paid';
	if (createUnknownUsers !== undefined) settings.createUnknownUsers = createUnknownUsers === 'on';
}

function readNumber(text = '', most: number): number | undefined {
	return /^\d+$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
