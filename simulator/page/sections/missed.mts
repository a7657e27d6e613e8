import { type Delivery, NO_PUSH_BINDING } from '../../delivery.mts';
import { RETAINED, UNKNOWN_USER, USER_OFFLINE } from '../../inferred.mts';
import { channelOf, clockTime, count, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

/** What the service's own words mean; any others are those of a device's provider. */
const PLAIN_REASONS: ReadonlyMap<string, string> = new Map([
	[UNKNOWN_USER, 'No such user'],
	[NO_PUSH_BINDING, 'No phone registered for push'],
	[USER_OFFLINE, 'App is not open'],
	[RETAINED, 'App is not open, so Agora keeps the push for later'],
]);

export const missed: Section = {
	id: 'missed',
	draw: ({ phoneBook }) => {
		const { missed: deliveries, missedCount, size } = phoneBook;
		if (missedCount + size === 0) return html`<p class="empty">Nothing was pushed yet.</p>`;
		if (missedCount === 0) return html`<p class="empty">Every push so far reached its phone.</p>`;
		const hidden = missedCount - deliveries.length;
		return html`<ol class="rows">
				${deliveries.map((delivery, index) => drawMissed(delivery, missedCount - index))}
			</ol>
			${hidden > 0 && html`<p class="note">And ${count(hidden, 'earlier one')}.</p>`}`;
	},
};

function drawMissed({ userId, provider, reason = '', message, at }: Delivery, key: number): Html {
	const title = typeof message.title === 'string' ? message.title : '';
	return html`<li data-key="${key}">
		<p>
			<strong>${isolated(userId)}</strong>
			${provider !== null && html`<span class="chip">${channelOf(provider)}</span>`}
			${clockTime(at)}
		</p>
		<p>
			<span class="reason">${PLAIN_REASONS.get(reason) ?? 'Refused by the provider'}</span>
			<span class="note">(${isolated(reason)})</span>
		</p>
		<p class="note">${isolated(title)}</p>
	</li>`;
}
