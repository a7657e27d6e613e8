import { OWN_PROVIDER } from '../../delivery.mts';
import { channelOf, clockTime, count, isolated } from '../format.mts';
import { html, type Html } from '../html.mts';
import { platformOf } from '../notification.mts';
import type { Phone, PhoneSearch, ReceivedNotification } from '../phoneBook.mts';
import type { Scene, Section } from '../section.mts';
import { wordsOf } from '../view.mts';

/** As many as one takes in at a glance, however many were reached. */
const PHONES_SHOWN = 8;

export const phones: Section = {
	id: 'phones',
	draw: (scene) => {
		const found = scene.phoneBook.search(wordsOf(scene.view), PHONES_SHOWN);
		if (found.shown.length === 0) return drawNone(scene);
		return html`<p class="note">${summary(found, scene)}</p>
			<ol class="phones">
				${found.shown.map(drawPhone)}
			</ol>`;
	},
};

function summary({ shown, matching }: PhoneSearch, { view, phoneBook }: Scene): string {
	const all = count(phoneBook.size, 'phone');
	if (view.find === '') {
		return shown.length === matching
			? `${all} reached, the newest first.`
			: `The ${shown.length} phones reached last, of ${all}.`;
	}
	const matches = count(matching, 'match', 'matches');
	return `Showing ${shown.length} of ${matches} for “${view.find}”, among ${all}.`;
}

function drawNone({ view, phoneBook, service }: Scene): Html {
	if (phoneBook.size > 0) {
		return html`<p class="empty">No phone of “${isolated(view.find)}” was reached yet.</p>`;
	}
	const { store, settings } = service;
	const hasNobody = store.userCount === 0 && !settings.createUnknownUsers;
	return html`<p class="empty">
		Nothing has arrived yet. Push to a user who has a device, and the phone appears here by itself.
		${hasNobody && 'There are no users yet: add one, or turn on “Accept any user ID”.'}
	</p>`;
}

function drawPhone({ key, userId, provider, badge, received, notifications }: Phone): Html {
	const platform = platformOf(provider);
	const earlier = received - notifications.length;
	const channel = channelOf(provider);
	return html`<li data-key="${key}">
		<article
			class="phone ${platform.toLowerCase()}"
			aria-label="${userId}, ${platform}, ${channel}"
			data-user="${userId}"
			data-provider="${provider}"
		>
			<header>
				<h3>${isolated(userId)}</h3>
				<p>
					${platform} <span class="chip ${provider === OWN_PROVIDER && 'own'}">${channel}</span>
				</p>
			</header>
			<div class="screen">
				<ol class="notifications">
					${notifications.map(drawNotification)}
				</ol>
				<p class="earlier">${earlier > 0 && count(earlier, 'earlier one')}</p>
				<div class="dock">
					<span class="app-icon" role="img" aria-label="App icon, badge ${badge}">
						<span class="badge" data-badge="${badge}" aria-hidden="true">${badge}</span>
					</span>
				</div>
			</div>
		</article>
	</li>`;
}

function drawNotification(notification: ReceivedNotification): Html {
	const { serial, title, subTitle, text, look, pictureUrl, silent, at } = notification;
	return html`<li
		class="notification ${silent && 'silent'}"
		data-key="${serial}"
		data-look="${look}"
	>
		<p class="app"><span>Your app${silent && ', silent'}</span> ${clockTime(at)}</p>
		<h4 dir="auto">${title}</h4>
		${subTitle !== undefined && html`<p class="subtitle" dir="auto">${subTitle}</p>`}
		<p class="text" dir="auto">${text}</p>
		${pictureUrl !== undefined && drawPicture(pictureUrl)}
	</li>`;
}

/** What stands behind the picture shows when it is missing. */
function drawPicture(url: string): Html {
	const loadable = /^https?:\/\//i.test(url) && URL.canParse(url);
	const picture = html`<img src="${url}" alt="" referrerpolicy="no-referrer" loading="lazy" />`;
	return html`<figure class="picture">
		<figcaption>Big picture<span dir="ltr">${url}</span></figcaption>
		${loadable && picture}
	</figure>`;
}
