import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT } from '../../tools/lib/root.mts';

const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const inBackticks = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, quoted]) => quoted ?? []);

it('names no file and no folder that is not there', () => {
	const paths = inBackticks.filter((quoted) => /^[\w.-]+(?:\/[\w.-]*)+$/.test(quoted));
	expect(paths.length).toBeGreaterThan(30);
	const roots = ['', 'nodes/AgoraChatPush/', 'tools/'];
	const missing = paths.filter(
		(path) =>
			!path.startsWith('coverage/') && !roots.some((root) => existsSync(join(ROOT, root, path))),
	);
	expect(missing).toEqual([]);
});

it('names no file of the node that is not there', () => {
	const files = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
			basename(path),
		),
	);
	const named = inBackticks.filter((quoted) => /^\w+\.ts$/.test(quoted));
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((name) => !files.includes(name))).toEqual([]);
});

it.each(['nodes/AgoraChatPush', 'tools', 'nodes/AgoraChatPush/service'])(
	'names every folder in %s',
	(parent) => {
		const folders = readdirSync(join(ROOT, parent), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		const unnamed = folders.filter(
			(name) => !inBackticks.includes(`${name}/`) && !inBackticks.includes(`service/${name}/`),
		);
		expect(unnamed).toEqual([]);
	},
);
