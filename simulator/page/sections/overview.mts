import { count } from '../format.mts';
import { html } from '../html.mts';
import type { Scene, Section } from '../section.mts';

export const overview: Section = {
	id: 'overview',
	draw: (scene) => html`${sentence(scene)}`,
};

/** The choices that submitting the view's form must not lose. */
export const viewState: Section = {
	id: 'view-state',
	draw: ({ view }) =>
		html`<input type="hidden" name="label" value="${view.label}" />
			${view.find !== '' && html`<button name="find" value="">Clear</button>`}`,
};

/** For screen readers: read out when it changes. */
export const announcement: Section = {
	id: 'announcement',
	draw: ({ phoneBook }) => {
		const [newest] = phoneBook.search([], 1).shown;
		const notification = newest?.notifications[0];
		if (newest === undefined || notification === undefined) return html``;
		return html`Newest notification: ${notification.title}, for ${newest.userId}.`;
	},
};

function sentence({ service }: Scene): string {
	const { store, requests, deliveries, settings } = service;
	const counts = [
		count(store.userCount, 'user'),
		count(requests.length, 'request'),
		count(deliveries.length, 'delivery', 'deliveries'),
	];
	return `${settings.orgName}#${settings.appName}: ${counts.join(', ')}. Times are UTC.`;
}
