import type { RecordedRequest } from '../../requests.mts';
import { FAULT_NAMES } from '../faultChoices.mts';
import { clockTime } from '../format.mts';
import { html, type Html } from '../html.mts';
import type { Section } from '../section.mts';

const REQUESTS_SHOWN = 15;

export const requests: Section = {
	id: 'requests',
	draw: ({ service }) => {
		const all = service.requests;
		if (all.length === 0) return html`<p class="empty">No requests yet.</p>`;
		const newestFirst = all.slice(-REQUESTS_SHOWN).reverse();
		return html`<table>
			<thead>
				<tr>
					<th scope="col">Time (UTC)</th>
					<th scope="col">Request</th>
					<th scope="col">Action</th>
					<th scope="col">Answer</th>
					<th scope="col">Fault</th>
				</tr>
			</thead>
			<tbody>
				${newestFirst.map((request, index) => drawRequest(request, all.length - index))}
			</tbody>
		</table>`;
	},
};

function drawRequest(request: RecordedRequest, key: number): Html {
	const { action, method, rawPath, at, weather } = request;
	return html`<tr data-key="${key}">
		<td>${clockTime(at)}</td>
		<td class="path"><span class="method">${method}</span> <bdi>${rawPath}</bdi></td>
		<td>${action ?? '–'}</td>
		<td>${drawAnswer(request)}</td>
		<td>${weather === null ? '–' : html`<span class="chip">${FAULT_NAMES[weather]}</span>`}</td>
	</tr>`;
}

function drawAnswer({ status, tookEffect }: RecordedRequest): Html {
	if (status === 200) return html`<span class="status good">200</span>`;
	return html`<span class="status bad">${status ?? 'none'}</span>${tookEffect && ' (but done)'}`;
}
