import { ACTION_NAMES } from '../../actions/index.mts';
import { describeRule, EXTENT_CHOICES, FAULT_CHOICES } from '../faultChoices.mts';
import { option } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

/** The faults in force, and the button that ends them. */
export const faults: Section = {
	id: 'faults',
	draw: ({ service }) => {
		const { inForce } = service.weather;
		if (inForce.length === 0) return html`<p class="empty">No faults.</p>`;
		return html`<ul class="rows">
				${inForce.map((rule) => html`<li>${describeRule(rule)}</li>`)}
			</ul>
			<form method="post" action="/_simulator/page/faults/clear">
				<button>Clear all faults</button>
			</form>`;
	},
};

/** The form that makes a fault. */
export function faultForm(): Html {
	return html`<form class="stack" method="post" action="/_simulator/page/faults">
		<label>
			What happens
			<select name="fault">
				${FAULT_CHOICES.map(({ id, words }) => option(id, words))}
			</select>
		</label>
		<label>
			Seconds, for Retry-After and slow answers
			<input type="number" name="seconds" value="2" min="0" max="600" required />
		</label>
		<label>
			To which requests
			<select name="actionName">
				${option('', 'Any request')} ${ACTION_NAMES.map((name) => option(name, name))}
			</select>
		</label>
		<fieldset>
			<legend>How often</legend>
			${EXTENT_CHOICES.map(drawExtent)}
			<label>
				Percentage
				<input type="number" name="percent" value="20" min="0" max="100" required />
			</label>
		</fieldset>
		<button class="primary">Simulate a fault</button>
	</form>`;
}

function drawExtent({ id, words }: { id: string; words: string }, index: number): Html {
	const checked = index === 0 && html` checked`;
	return html`<label class="choice">
		<input type="radio" name="extent" value="${id}" ${checked} /> ${words}
	</label>`;
}
