/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { morph } from './morph.mts';

/** Makes the page live. Without it everything still works, one reload at a time. */

let stream = openStream();
document.addEventListener('submit', (event) => {
	const { target: form, submitter } = event;
	if (!(form instanceof HTMLFormElement)) return;
	event.preventDefault();
	const fields = readFields(form, submitter);
	if (form.method === 'get') changeView(fields);
	else void sendForm(form, fields);
});

function openStream(): EventSource {
	const opened = new EventSource(`/_simulator/events${location.search}`);
	opened.addEventListener('open', () => {
		showConnection('live', 'Live');
	});
	opened.addEventListener('error', () => {
		showConnection('lost', 'Connection lost, trying again');
	});
	for (const section of document.querySelectorAll('[data-live]')) {
		opened.addEventListener(section.id, ({ data }) => {
			showSection(section, String(data));
		});
	}
	return opened;
}

function showSection(section: Element, markup: string): void {
	const template = document.createElement('template');
	template.innerHTML = markup;
	morph(section, template.content);
}

function showConnection(state: string, words: string): void {
	const connection = document.getElementById('connection');
	if (connection === null) return;
	connection.dataset.state = state;
	connection.textContent = words;
}

function changeView(fields: URLSearchParams): void {
	history.replaceState(null, '', `/?${fields.toString()}`);
	stream.close();
	stream = openStream();
}

async function sendForm(form: HTMLFormElement, fields: URLSearchParams): Promise<void> {
	const problem = document.getElementById('problem');
	try {
		const { ok } = await fetch(form.action, { method: 'POST', body: fields });
		if (problem !== null) problem.textContent = ok ? '' : 'The simulator refused that.';
		form.closest<HTMLElement>('[popover]')?.hidePopover();
	} catch {
		if (problem !== null) problem.textContent = 'The simulator does not answer.';
	}
}

/** With the button that was pressed; of fields with one name, the last counts. */
function readFields(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
	const fields = new URLSearchParams();
	for (const [name, value] of new FormData(form, submitter)) {
		if (typeof value === 'string' && value !== '') fields.set(name, value);
		else fields.delete(name);
	}
	return fields;
}
