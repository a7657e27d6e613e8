/** What npm would publish. Needs `npm run build` before. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { packPackage, type PackedPackage } from '../../tools/scan/packedPackage.mts';

const MAX_BYTES = 100_000;
const PUBLISHED =
	/^(dist\/.+\.(js|svg)|dist\/nodes\/AgoraChatPush\/(AgoraChatPush\.node|__schema__\/.+)\.json|README\.md|LICENSE|package\.json)$/;
const NODE = 'dist/nodes/AgoraChatPush/AgoraChatPush.node';

let packed: PackedPackage | undefined;
let files: string[] = [];

beforeAll(() => {
	packed = packPackage();
	files = filesBelow(packed.folder);
}, 30_000);

afterAll(() => {
	packed?.remove();
});

describe('the files', () => {
	const sources = ['credentials', 'nodes'].flatMap((folder) =>
		filesBelow(folder).map((file) => `dist/${folder}/${file}`),
	);

	it('are small', () => {
		expect(packed?.bytes).toBeLessThan(MAX_BYTES);
	});

	it('are code, icons, the codex, output schemas and the papers, and nothing else', () => {
		expect(files.filter((file) => !PUBLISHED.test(file))).toEqual([]);
		expect(files).toEqual(
			expect.arrayContaining(['README.md', 'LICENSE', 'package.json', `${NODE}.json`]),
		);
	});

	it('hold the code of every source file, and of no other', () => {
		const expected = sources
			.filter((file) => file.endsWith('.ts'))
			.map((file) => file.replace(/\.ts$/, '.js'));
		expect(ofType('.js')).toEqual(expected.sort());
	});

	it('hold every output schema', () => {
		const schemas = sources.filter((file) => file.includes('/__schema__/'));
		expect(schemas).not.toEqual([]);
		expect(files).toEqual(expect.arrayContaining(schemas));
	});
});

describe('the code', () => {
	it('needs n8n-workflow, crypto and its own files only', () => {
		const needed = ofType('.js').flatMap((file) =>
			[...read(file).matchAll(/\brequire\((.*?)\)/g)].map(([, name = '']) => ({
				file,
				name: name.replaceAll(/^['"]|['"]$/g, ''),
			})),
		);
		expect(needed.length).toBeGreaterThan(0);
		expect(needed.filter(({ file, name }) => !mayBeNeeded(file, name))).toEqual([]);
	});

	it('loads nothing in another way', () => {
		expect(ofType('.js').filter((file) => /\bimport\(|\brequire\b(?!\()/.test(read(file)))).toEqual(
			[],
		);
	});

	it('silences no rule in its sources', () => {
		const sources = ['credentials', 'nodes'].flatMap((folder) =>
			filesBelow(folder).map((file) => join(folder, file)),
		);
		const silences = /eslint-disable|@ts-(ignore|expect-error|nocheck)|istanbul|prettier-ignore/;
		expect(sources.filter((file) => silences.test(readFileSync(file, 'utf8')))).toEqual([]);
	});
});

describe('the icons', () => {
	it('are there in light and dark, beside what refers to them', () => {
		const references = ofType('.js').flatMap((file) =>
			[...read(file).matchAll(/['"]file:([^'"]+)['"]/g)].map(([, icon = '']) =>
				posix.join(dirname(file), icon),
			),
		);
		expect([...new Set(references)].sort()).toEqual(ofType('.svg'));
		expect(ofType('.svg')).toHaveLength(2);
	});

	it('differ from each other', () => {
		const pictures = ofType('.svg').map(read);
		expect(new Set(pictures).size).toBe(2);
		for (const picture of pictures) expect(picture).toContain('<svg');
	});
});

describe('package.json', () => {
	const manifest = (): unknown => JSON.parse(read('package.json'));

	it('asks for n8n-workflow of the host, and brings nothing', () => {
		expect(manifest()).toMatchObject({ peerDependencies: { 'n8n-workflow': '*' } });
		for (const kind of [
			'dependencies',
			'optionalDependencies',
			'bundleDependencies',
			'overrides',
		]) {
			expect(manifest()).not.toHaveProperty(kind);
		}
	});

	it('names the node and the credential that are there', () => {
		const credential = 'dist/credentials/AgoraChatApi.credentials.js';
		expect(manifest()).toMatchObject({
			n8n: {
				n8nNodesApiVersion: 1,
				strict: true,
				nodes: [`${NODE}.js`],
				credentials: [credential],
			},
		});
		expect(files).toEqual(expect.arrayContaining([`${NODE}.js`, credential]));
	});

	it('is found by n8n and free to use', () => {
		expect(manifest()).toMatchObject({
			name: expect.stringMatching(/^n8n-nodes-/),
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
		});
	});
});

function mayBeNeeded(file: string, name: string): boolean {
	if (['n8n-workflow', 'crypto'].includes(name)) return true;
	if (!name.startsWith('.')) return false;
	const path = posix.join(dirname(file), name);
	return [`${path}.js`, `${path}/index.js`].some((candidate) => files.includes(candidate));
}

function ofType(ending: string): string[] {
	return files.filter((file) => file.endsWith(ending));
}

function read(file: string): string {
	return readFileSync(join(packed?.folder ?? '', file), 'utf8');
}

/** Paths below a folder, sorted, with forward slashes. */
function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.sort();
}
