import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { explain } from '../../tools/n8n/setUp/explain.mts';
import { isInstalled } from '../../tools/n8n/setUp/installed.mts';
import { isStamped, removeStamp, stamp } from '../../tools/n8n/setUp/stamp.mts';

let folder = '';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'set-up-test-'));
	await mkdir(join(folder, 'node_modules', 'alpha'), { recursive: true });
	await writeFile(join(folder, 'node_modules', 'alpha', 'package.json'), '{}');
	await write('package-lock.json', {
		'': {},
		'node_modules/alpha': { version: '1.0.0' },
		'node_modules/beta': { version: '1.0.0', optional: true },
		'node_modules/gamma': { version: '1.0.0', os: ['plan9'] },
	});
	await write(INSTALLED, { 'node_modules/alpha': { version: '1.0.0' } });
});

afterEach(async () => {
	await rm(folder, { recursive: true });
});

const INSTALLED = 'node_modules/.package-lock.json';

async function write(path: string, packages: object): Promise<void> {
	await writeFile(join(folder, path), JSON.stringify({ packages }));
}

describe('what npm installed', () => {
	it('is complete without packages for other platforms', async () => {
		expect(await isInstalled(folder)).toBe(true);
	});

	it('is incomplete when npm did not come to its end', async () => {
		await rm(join(folder, INSTALLED));

		expect(await isInstalled(folder)).toBe(false);
	});

	it('is incomplete when the lockfile asks for another version', async () => {
		await write(INSTALLED, { 'node_modules/alpha': { version: '0.9.0' } });

		expect(await isInstalled(folder)).toBe(false);
	});

	it('is incomplete when a folder was deleted since', async () => {
		await rm(join(folder, 'node_modules', 'alpha'), { recursive: true });

		expect(await isInstalled(folder)).toBe(false);
	});
});

describe('the stamp', () => {
	it('holds until it is taken back', async () => {
		expect(await isStamped(folder)).toBe(false);
		await stamp(folder);
		expect(await isStamped(folder)).toBe(true);
		await removeStamp(folder);
		expect(await isStamped(folder)).toBe(false);
	});

	it('holds for one lockfile only', async () => {
		await stamp(folder);
		await write('package-lock.json', {});

		expect(await isStamped(folder)).toBe(false);
	});

	it('goes with what it vouches for', async () => {
		await stamp(folder);
		await rm(join(folder, 'node_modules'), { recursive: true });

		expect(await isStamped(folder)).toBe(false);
	});
});

describe('the reason for a failure', () => {
	it.each([
		['npm error code ENOSPC', 'the disk is full'],
		['npm error getaddrinfo ENOTFOUND', 'the npm registry could not be reached'],
		['gyp ERR! find Python', 'a C++ compiler, make and Python 3 are needed'],
		['gyp ERR! stack Error: not found: make', 'a C++ compiler, make and Python 3 are needed'],
		['npm error code EACCES', 'files in the folder n8n may not be written'],
	])('is told in a sentence for %j', (printed, sentence) => {
		expect(explain('Installing n8n', printed)).toContain(`Installing n8n: ${sentence}`);
	});

	it('is what was printed last when it is unknown', () => {
		expect(explain('Installing n8n', 'first\nlast\n')).toMatch(/start it again.*first\nlast$/s);
	});
});
