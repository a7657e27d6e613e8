import type { ScheduledPush } from '../../schedule.mts';
import { count, dateAndTime, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

const PUSHES_SHOWN = 10;

/** The pushes whose time has not come. */
export const scheduled: Section = {
	id: 'scheduled',
	draw: ({ service }) => {
		const { waiting } = service.schedule;
		if (waiting.length === 0) return html`<p class="empty">No push is waiting for its time.</p>`;
		const hidden = waiting.length - PUSHES_SHOWN;
		return html`<p class="note">${count(waiting.length, 'push', 'pushes')}, the soonest first.</p>
			<ol class="rows">
				${waiting.slice(0, PUSHES_SHOWN).map(drawScheduled)}
			</ol>
			${hidden > 0 && html`<p class="note">And ${count(hidden, 'later one')}.</p>`}`;
	},
};

function drawScheduled({ task, startsAt, push }: ScheduledPush): Html {
	const { title } = push.message.asDeliveredBy(null);
	return html`<li data-key="${task.taskId}">
		<p>
			${dateAndTime(startsAt)} <span class="chip">${task.action}</span>
			${count(task.recipients, 'user')}
		</p>
		<p>${isolated(typeof title === 'string' ? title : '')}</p>
	</li>`;
}
