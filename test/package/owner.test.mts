/** Who the package belongs to, as package.json has it, in all places that say it too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { AgoraChatApi } from '../../credentials/AgoraChatApi.credentials.ts';
import { asObject, textAt } from '../../tools/lib/json.mts';
import { ROOT } from '../../tools/lib/root.mts';

const CODEX = 'nodes/AgoraChatPush/AgoraChatPush.node.json';

const manifest = asObject(JSON.parse(read('package.json')));
const name = textAt(manifest, 'name');
const author = asObject(manifest.author);
const url = textAt(manifest.repository, 'url');
const home = url.replace(/^git\+/, '').replace(/\.git$/, '');

/** The papers, and what else ships or is read by users. */
const FILES = [
	...filesIn('.', false),
	...['.github', 'credentials', 'docs', 'examples', 'nodes', 'simulator'].flatMap((folder) =>
		filesIn(folder, true),
	),
].filter((path) => !path.endsWith('.png'));

/** Each address on GitHub of a repository that is called like this package, with what follows it. */
const ADDRESSES = FILES.flatMap((file) =>
	[...read(file).matchAll(/https:\/\/github\.com\/[\w.-]+\/([\w-]+)[^\s"')\]>]*/g)]
		.filter(([, repository]) => repository === name)
		.map(([address]) => ({ file, address })),
);

describe('package.json', () => {
	it('names a repository on GitHub that is called like the package', () => {
		expect(home).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
		expect(home.split('/').at(-1)).toBe(name);
		expect(url).toBe(`git+${home}.git`);
	});

	it('has its homepage and the place for bugs there', () => {
		expect(manifest).toMatchObject({
			homepage: `${home}#readme`,
			bugs: { url: `${home}/issues` },
		});
	});

	it('has an author', () => {
		expect(textAt(author, 'name')).not.toBe('');
		expect(textAt(author, 'email')).toMatch(/^[^\s@]+@[^\s@]+\.[a-z]+$/);
	});
});

describe('the address of the repository', () => {
	it('is the same wherever it stands', () => {
		expect(ADDRESSES.length).toBeGreaterThan(5);
		expect(ADDRESSES.filter(({ address }) => !isBelow(home, address))).toEqual([]);
	});

	it('leads from the credential and the codex to headings of the README', () => {
		const readMe = read('README.md');
		expect(new AgoraChatApi().documentationUrl).toBe(`${home}#credentials`);
		expect(readMe).toContain('\n## Credentials\n');
		expect(JSON.parse(read(CODEX))).toMatchObject({
			node: name,
			resources: {
				credentialDocumentation: [{ url: `${home}#credentials` }],
				primaryDocumentation: [{ url: `${home}#readme` }],
			},
		});
	});

	it('stands in no file that the list of the owner leaves out', () => {
		const [, list = ''] = read('CONTRIBUTING.md').split('## Before the first release\n');
		const files = [...new Set(ADDRESSES.map(({ file }) => file))];
		expect(files.filter((file) => !list.includes(`\`${file}\``))).toEqual([]);
	});
});

it('the licence is given by the author', () => {
	const [, holder] = /^Copyright \(c\) \d{4} (.+)$/m.exec(read('LICENSE')) ?? [];
	expect(holder).toBe(textAt(author, 'name'));
});

/** Whether an address is that of the repository, or of something in it. */
function isBelow(repository: string, address: string): boolean {
	return (
		address.startsWith(repository) &&
		/^(?:\.git)?(?:[#/].*)?$/.test(address.slice(repository.length))
	);
}

function read(file: string): string {
	return readFileSync(join(ROOT, file), 'utf8');
}

function filesIn(folder: string, recursive: boolean): string[] {
	return readdirSync(join(ROOT, folder), { recursive, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}
