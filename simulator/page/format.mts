import { OWN_PROVIDER } from '../delivery.mts';
import { html, type Html } from './html.mts';

const NUMBERS = new Intl.NumberFormat('en-US');

/** "1,234 users". */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${NUMBERS.format(amount)} ${amount === 1 ? one : many}`;
}

/** The time of day in UTC, with the full date for whoever asks. */
export function clockTime(atMs: number): Html {
	const date = new Date(atMs);
	// A clock of a test may stand anywhere, even where no date is.
	if (Number.isNaN(date.getTime())) return html`<time>–</time>`;
	const iso = date.toISOString();
	return html`<time datetime="${iso}">${iso.slice(11, 19)}</time>`;
}

/** The day and the time of day in UTC, as `startDate` is written. */
export function dateAndTime(atMs: number): Html {
	const iso = new Date(atMs).toISOString();
	return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

/** What carries a push, as the page names it. */
export function channelOf(provider: string): string {
	return provider === OWN_PROVIDER ? 'Agora channel' : provider;
}

/** A choice of a menu. */
export function option(value: string, words: string): Html {
	return html`<option value="${value}">${words}</option>`;
}

/** Text from outside, in its own direction of writing whatever stands around it. */
export function isolated(text: string): Html {
	return html`<bdi>${text}</bdi>`;
}
