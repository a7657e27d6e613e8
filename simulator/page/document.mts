import { STYLES } from './assets.mts';
import { html, type Html } from './html.mts';
import type { Scene, Section } from './section.mts';
import { faultForm, faults } from './sections/faults.mts';
import { labels } from './sections/labels.mts';
import { missed } from './sections/missed.mts';
import { announcement, overview, viewState } from './sections/overview.mts';
import { phones } from './sections/phones.mts';
import { requests } from './sections/requests.mts';
import { resetButton, switches } from './sections/switches.mts';
import { scheduled } from './sections/scheduled.mts';
import { userForm, users } from './sections/users.mts';

/** The parts of the page that follow what happens. */
export const SECTIONS: readonly Section[] = [
	overview,
	announcement,
	viewState,
	phones,
	missed,
	scheduled,
	labels,
	requests,
	users,
	faults,
	switches,
];

/** The whole page as it stands now. */
export function drawDocument(scene: Scene): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>Agora Chat push simulator</title>
				<link rel="icon" href="/_simulator/page/icon.svg" />
				${STYLES.map((name) => html`<link rel="stylesheet" href="/_simulator/page/${name}" />`)}
				<script type="module" src="/_simulator/page/main.mts"></script>
			</head>
			<body>
				<a class="skip" href="#phones-heading">Skip to the phones</a>
				${drawHeader(scene)}
				<main>
					${drawPhones(scene)} ${region('Did not arrive', live(missed, scene))}
					${region('Scheduled', live(scheduled, scene))} ${region('Labels', live(labels, scene))}
					${region('Requests', live(requests, scene))}
				</main>
				<aside aria-label="Controls">
					${region('Users', html`${live(users, scene)}${userForm()}`)}
					${region('Faults', html`${live(faults, scene)}${faultForm()}`)}
					${region('Settings', html`${live(switches, scene)}${resetButton()}`)}
				</aside>
			</body>
		</html>`.markup;
}

function drawHeader(scene: Scene): Html {
	return html`<header class="banner">
		<div>
			<h1>Push simulator</h1>
			${live(overview, scene)}
		</div>
		<p id="connection" role="status" data-state="still">Not live</p>
		<div class="visually-hidden" aria-live="polite">${live(announcement, scene)}</div>
		<output></output>
	</header>`;
}

function drawPhones(scene: Scene): Html {
	const search = html`<form id="view" role="search">
		<label for="find">Find users</label>
		<input id="find" type="search" name="find" value="${scene.view.find}" autocomplete="off" />
		<button>Search</button>
		${live(viewState, scene)}
	</form>`;
	return region('Phones', html`${search}${live(phones, scene)}`);
}

function region(title: string, content: Html): Html {
	const headingId = `${title.toLowerCase().replaceAll(' ', '-')}-heading`;
	return html`<section class="panel" aria-labelledby="${headingId}">
		<h2 id="${headingId}" tabindex="-1">${title}</h2>
		${content}
	</section>`;
}

function live({ id, draw }: Section, scene: Scene): Html {
	return html`<div id="${id}" data-live>${draw(scene)}</div>`;
}
