import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { examples } from '../../tools/demo/examples.mts';

// Loading n8n's engine takes its time on a busy machine.
jest.setTimeout(120_000);

let temporaryFolder = '';

beforeEach(async () => {
	temporaryFolder = await mkdtemp(join(tmpdir(), 'start-test-'));
});

afterEach(async () => {
	await rm(temporaryFolder, { recursive: true });
});

function start(...options: string[]) {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', resolve('tools/demo/start.mts'), ...options],
		{ env: { ...process.env, TMPDIR: temporaryFolder } },
	);
	const printed = { out: '', error: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.error += text));
	const ended = once(child, 'close').then(([exitCode]: unknown[]) => exitCode);
	return { child, printed, ended };
}

/** What the run keeps there, besides the cache that tsx shares among all of its runs. */
async function temporaryFiles(): Promise<string[]> {
	return (await readdir(temporaryFolder)).filter((name) => !name.startsWith('tsx-'));
}

describe('npm start', () => {
	it('runs all examples with generated rows, says who was reached, and leaves nothing', async () => {
		const { ended, printed } = start('--all', '--rows', '1000');

		expect(await ended).toBe(0);
		expect(printed.error).toBe('');
		for (const line of [
			/^ {2}1,000 rows in, 12 calls made, /m,
			/^ {2}reached through fcm +614 {2}user-1, .* more$/m,
			/^ {2}not reached: no such user +20 {2}unknown-25, /m,
			/^Make a label match a sheet, as a dry run\n {2}1,000 rows in, 9 calls made, /m,
			/^ {2}would be added to newsletter +100 {2}user-10, /m,
			/^ {2}would be removed from newsletter +20 {2}former-1, /m,
			/^Make a label match a sheet\n {2}1,000 rows in, 11 calls made, /m,
			/^ {2}added to newsletter +80 {2}user-10, /m,
			/^ {2}removed from newsletter +20 {2}former-1, /m,
			/^ {2}in newsletter already +880 {2}user-1, /m,
			/^ {2}refused: no user ID in the row +10 {2}row 100, /m,
			/^ {2}Just as the dry run said, but for 20 refused: /m,
			/^ {2}in newsletter already +960 {2}user-1, /m,
			/^Make labels match a column of tags\n {2}1,000 rows in, /m,
			/^ {2}added to tag-yearly +170 {2}user-5, /m,
			/^ {2}removed from tag-winter +20 {2}former-1, /m,
			/^ {2}1 row in, 1 call made, /m,
			/^All went as expected/m,
		]) {
			expect(printed.out).toMatch(line);
		}
		expect(Math.max(...printed.out.split('\n').map(({ length }) => length))).toBeLessThan(100);
		expect(printed.out).not.toContain('\u001b');
		expect(await temporaryFiles()).toEqual([]);
	});

	it('shows the main job on one screen, and how to see the rest', async () => {
		const { ended, printed } = start();

		expect(await ended).toBe(0);
		const lines = printed.out.trimEnd().split('\n');
		expect(lines.length).toBeLessThanOrEqual(41);
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
		expect(lines.filter((line) => /^(Push|Make|Announce)/.test(line))).toEqual([
			'Push order updates from a webhook',
			'Make a label match a sheet, as a dry run',
			'Make a label match a sheet',
		]);
		expect(lines.at(-1)).toBe(
			`npm start -- --all runs the other ${examples.length - 2} examples too.`,
		);
	});

	it.each(['SIGINT', 'SIGTERM'] as const)('ends at once on %s', async (signal) => {
		const { child, ended, printed } = start('--rows', '20000');
		while (!/simulator … .* s\n/.test(printed.out)) await once(child.stdout, 'data');
		expect(await temporaryFiles()).toHaveLength(1);
		child.kill(signal);

		expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143);
		expect(printed.error.trim()).toBe('Stopped.');
		expect(await temporaryFiles()).toEqual([]);
	});

	it.each([
		[['--rows', 'abc'], "--rows takes a whole number from 1 to 100000, not 'abc'."],
		[['--rows', '0'], "--rows takes a whole number from 1 to 100000, not '0'."],
		[['--rows', '1.5'], "--rows takes a whole number from 1 to 100000, not '1.5'."],
		[['--speed'], "Unknown option '--speed'; npm start -- --help shows what there is."],
		[['fast'], "Unexpected argument 'fast'; npm start -- --help shows what there is."],
	])('refuses %j in one sentence', async (options, sentence) => {
		const { ended, printed } = start(...options);

		expect(await ended).toBe(1);
		expect(printed).toEqual({ out: '', error: `${sentence}\n` });
	});

	it('explains itself', async () => {
		const { ended, printed } = start('--help');

		expect(await ended).toBe(0);
		for (const option of ['--all', '--rows']) expect(printed.out).toContain(option);
	});
});
