import { ACTION_NAMES } from '../../actions/index.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';
import { describeRule, EXTENT_CHOICES, WEATHER_CHOICES } from '../weatherChoices.mts';

/** The rules in force, and the button that ends them. */
export const weatherRules: Section = {
	id: 'weather-rules',
	draw: ({ service }) => {
		const { inForce } = service.weather;
		if (inForce.length === 0) return html`<p class="empty">Fair weather.</p>`;
		return html`<ul class="rows">
				${inForce.map((rule) => html`<li>${describeRule(rule)}</li>`)}
			</ul>
			<form method="post" action="/_simulator/page/weather/clear">
				<button>Clear all weather</button>
			</form>`;
	},
};

/** The form that makes weather. */
export function weatherForm(): Html {
	return html`<form class="stack" method="post" action="/_simulator/page/weather">
		<label>
			What happens
			<select name="weather">
				${WEATHER_CHOICES.map(({ id, words }) => option(id, words))}
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
				Share in percent
				<input type="number" name="percent" value="20" min="0" max="100" required />
			</label>
		</fieldset>
		<button class="primary">Make weather</button>
	</form>`;
}

function option(value: string, words: string): Html {
	return html`<option value="${value}">${words}</option>`;
}

function drawExtent({ id, words }: { id: string; words: string }, index: number): Html {
	const checked = index === 0 && html` checked`;
	return html`<label class="choice">
		<input type="radio" name="extent" value="${id}" ${checked} /> ${words}
	</label>`;
}
