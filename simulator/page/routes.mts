import type { FastifyInstance, FastifyReply } from 'fastify';
import { applySeed } from '../seed.mts';
import type { Service } from '../service.mts';
import { assets } from './assets.mts';
import { drawDocument } from './document.mts';
import { readFault, readFields, turnSwitches } from './forms.mts';
import { PhoneBook } from './phoneBook.mts';
import type { Scene } from './section.mts';
import { streamSections } from './stream.mts';
import { readUser, userProblem } from './userForm.mts';
import { readView } from './view.mts';

const PAGE_HEADERS = {
	'content-type': 'text/html; charset=utf-8',
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'content-security-policy': [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		"img-src 'self' http: https:",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; '),
};

/** The page at the simulator's root, what it loads, and where its forms go. */
export function addPage(server: FastifyInstance, service: Service): void {
	const phoneBook = followDeliveries(service);
	const sceneAt = (url: string): Scene => {
		service.deliverDue();
		return { service, phoneBook, view: readView(url) };
	};

	server.get('/', ({ url }, reply) => reply.headers(PAGE_HEADERS).send(drawDocument(sceneAt(url))));
	server.get('/_simulator/events', ({ url }, reply) => streamSections(reply, sceneAt(url)));

	for (const [name, { type, load }] of Object.entries(assets)) {
		server.get(`/_simulator/page/${name}`, async (_request, reply) =>
			reply
				.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' })
				.send(await load()),
		);
	}

	server.post('/_simulator/page/users', ({ body }, reply) => {
		const fields = readFields(body);
		const problem = userProblem(fields, service.settings);
		if (problem !== undefined) return reply.code(400).send(problem);
		applySeed(service.store, { users: [readUser(fields)] });
		return backToPage(reply);
	});
	server.post('/_simulator/page/faults', ({ body }, reply) => {
		const rule = readFault(readFields(body));
		if (rule === undefined) return reply.code(400).send('There is no such fault.');
		service.weather.add(rule);
		return backToPage(reply);
	});
	server.post('/_simulator/page/faults/clear', (_request, reply) => {
		service.weather.clear();
		return backToPage(reply);
	});
	server.post('/_simulator/page/settings', ({ body }, reply) => {
		turnSwitches(readFields(body), service);
		return backToPage(reply);
	});
	server.post('/_simulator/page/reset', (_request, reply) => {
		service.reset();
		return backToPage(reply);
	});
}

function followDeliveries({ events }: Service): PhoneBook {
	const phoneBook = new PhoneBook();
	events.on('delivery', (delivery) => {
		phoneBook.record(delivery);
	});
	events.on('reset', () => {
		phoneBook.clear();
	});
	return phoneBook;
}

/** For a page whose script does not run; the script stays where it is. */
function backToPage(reply: FastifyReply): FastifyReply {
	return reply.redirect('/', 303);
}
