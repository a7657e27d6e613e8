import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

/** Settings that one turns while looking. */
export const switches: Section = {
	id: 'switches',
	draw: ({ service: { settings } }) =>
		html`<form class="stack" method="post" action="/_simulator/page/settings">
			${drawSwitch('rates', 'Keep to Agora’s rate limits', settings.rates === 'on')}
			${drawSwitch('plan', 'Free plan: 10 calls a second in all', settings.plan === 'free')}
			${drawSwitch('createUnknownUsers', 'Accept any user ID', settings.createUnknownUsers)}
		</form>`,
};

function drawSwitch(name: string, words: string, on: boolean): Html {
	return html`<button
		class="switch"
		role="switch"
		aria-checked="${String(on)}"
		name="${name}"
		value="${on ? 'off' : 'on'}"
	>
		${words} <span class="track" aria-hidden="true"></span>
	</button>`;
}

/** The button that resets, which asks once more. */
export function resetButton(): Html {
	return html`<button type="button" class="danger" popovertarget="reset-confirmation">
			Reset the simulator
		</button>
		<div id="reset-confirmation" popover role="dialog" aria-labelledby="reset-question">
			<p id="reset-question">
				Reset everything? Users, labels and settings return to those at the start. Notifications,
				faults and requests are cleared.
			</p>
			<form method="post" action="/_simulator/page/reset">
				<button class="danger">Reset everything</button>
				<button
					type="button"
					popovertarget="reset-confirmation"
					popovertargetaction="hide"
					autofocus
				>
					Keep it
				</button>
			</form>
		</div>`;
}
