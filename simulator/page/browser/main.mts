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
	const search = document.querySelector<HTMLInputElement>('#find');
	const find = fields.get('find') ?? '';
	if (search !== null && search.value !== find) {
		search.value = find;
		// The button that cleared the search goes away.
		search.focus();
	}
	history.replaceState(null, '', `/?${fields.toString()}`);
	stream.close();
	stream = openStream();
}

async function sendForm(form: HTMLFormElement, fields: URLSearchParams): Promise<void> {
	showOutcome(form, 'good', '');
	try {
		const response = await fetch(form.action, { method: 'POST', body: fields });
		const { done } = form.dataset;
		if (!response.ok) showOutcome(form, 'bad', await response.text());
		else if (done !== undefined) {
			form.reset();
			showOutcome(form, 'good', done);
		}
		form.closest<HTMLElement>('[popover]')?.hidePopover();
	} catch {
		showOutcome(form, 'bad', 'The simulator does not answer.');
	}
}

/** In the form's own place for it, else at the top of the page. */
function showOutcome(form: HTMLFormElement, state: 'good' | 'bad', words: string): void {
	const output = form.querySelector('output') ?? document.querySelector('output');
	if (output === null) return;
	output.dataset.state = state;
	output.textContent = words;
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
