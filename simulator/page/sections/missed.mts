import type { Delivery } from '../../delivery.mts';
import { clockTime, count, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

export const missed: Section = {
	id: 'missed',
	draw: ({ phoneBook }) => {
		const { missed: deliveries, missedCount } = phoneBook;
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
			${provider !== null && html`<span class="chip">${provider}</span>`} ${clockTime(at)}
		</p>
		<p><span class="reason">${reason}</span> ${isolated(title)}</p>
	</li>`;
}
