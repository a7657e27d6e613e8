import type { Label } from '../../store.mts';
import { count, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';
import type { View } from '../view.mts';

const FIRST_MEMBERS = 5;
const MEMBERS_PER_PAGE = 100;

export const labels: Section = {
	id: 'labels',
	draw: ({ service, view }) => {
		const all = [...service.store.labels.values()];
		if (all.length === 0) return html`<p class="empty">There are no labels yet.</p>`;
		return html`<ul class="rows">
			${all.map((label) => drawLabel(label, view))}
		</ul>`;
	},
};

function drawLabel(label: Label, view: View): Html {
	const { name, description, members } = label;
	const open = view.label === name;
	return html`<li data-key="${name}" data-label="${name}">
		<button
			class="label"
			form="view"
			name="label"
			value="${!open && name}"
			aria-expanded="${String(open)}"
		>
			<span class="name">${isolated(name)}</span>
			<span class="chip">${count(members.size, 'member')}</span>
		</button>
		${description !== '' && html`<p class="note" dir="auto">${description}</p>`}
		${open ? drawMembers(label, view.skip) : drawFirstMembers(label)}
	</li>`;
}

function drawFirstMembers({ members }: Label): Html {
	const first = members.after(-1n, FIRST_MEMBERS);
	const more = members.size > first.length && ' …';
	return html`<p class="members">${first.map((member) => chip(member.username))}${more}</p>`;
}

function drawMembers({ members }: Label, wantedSkip: number): Html {
	if (members.size === 0) return html`<p class="empty">Nobody is in this label.</p>`;
	const skip = wantedSkip < members.size ? wantedSkip : 0;
	const page = members.usernames().slice(skip, skip + MEMBERS_PER_PAGE);
	const next = skip + page.length;
	return html`<p class="note">${skip + 1} to ${next} of ${count(members.size, 'member')}</p>
		<p class="members page" tabindex="0" role="group" aria-label="Members">${page.map(chip)}</p>
		<p class="paging">
			${skip > 0 && pageButton('Previous members', Math.max(0, skip - MEMBERS_PER_PAGE))}
			${next < members.size && pageButton('Next members', next)}
		</p>`;
}

function pageButton(words: string, skip: number): Html {
	return html`<button form="view" name="skip" value="${skip}">${words}</button>`;
}

function chip(username: string): Html {
	return html`<span class="member">${isolated(username)}</span> `;
}
