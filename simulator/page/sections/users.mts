import { OWN_PROVIDER } from '../../delivery.mts';
import type { Device, User } from '../../store.mts';
import { channelOf, count, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';
import { DEVICE_CHOICES } from '../userForm.mts';

const USERS_SHOWN = 10;

export const users: Section = {
	id: 'users',
	draw: ({ service: { store } }) => {
		if (store.userCount === 0) return html`<p class="empty">There are no users yet.</p>`;
		const newestFirst = store.users.slice(-USERS_SHOWN).reverse();
		const hidden = store.userCount - newestFirst.length;
		return html`<ul class="rows">
				${newestFirst.map(drawUser)}
			</ul>
			${hidden > 0 && html`<p class="note">And ${count(hidden, 'earlier one')}.</p>`}`;
	},
};

function drawUser({ id, devices }: User): Html {
	return html`<li data-key="${id}">
		<strong>${isolated(id)}</strong>
		${devices.length === 0 ? html`<span class="note">no device</span>` : devices.map(drawDevice)}
	</li>`;
}

function drawDevice({ provider, failure }: Device): Html {
	return html`<span class="chip ${provider === OWN_PROVIDER && 'own'}">
		${channelOf(provider)}${failure !== undefined && html`, refuses: ${isolated(failure)}`}
	</span> `;
}

/** The form that adds a user. */
export function userForm(): Html {
	return html`<details>
		<summary>Add a user</summary>
		<form class="stack" method="post" action="/_simulator/page/users" data-done="Saved.">
			<label>
				User ID
				<input name="userId" autocomplete="off" autocapitalize="none" spellcheck="false" required />
			</label>
			<fieldset class="choices">
				<legend>Devices</legend>
				${[...DEVICE_CHOICES].map(drawChoice)}
			</fieldset>
			<p class="note">A user who exists already gets these devices instead.</p>
			<output></output>
			<button class="primary">Add</button>
		</form>
	</details>`;
}

function drawChoice([provider, words]: readonly [string, string], index: number): Html {
	const checked = index === 0 && html` checked`;
	return html`<label class="choice">
		<input type="checkbox" name="${provider}" ${checked} /> ${words}
	</label>`;
}
