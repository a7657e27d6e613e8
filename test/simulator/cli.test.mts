import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { request } from 'undici';
import { startSimulator } from '../../simulator/index.mts';

// Starting a process takes its time on a busy machine.
jest.setTimeout(60_000);

const running: ChildProcess[] = [];

afterEach(() => {
	for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...options: string[]) {
	const script = resolve('simulator/cli.mts');
	const child = spawn(process.execPath, ['--import', 'tsx', script, ...options]);
	running.push(child);
	const printed = { out: '', error: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.error += text));
	const ended = once(child, 'close').then(([code]: unknown[]) => code);
	return { child, printed, ended };
}

/** Waits for a line of the greeting and gives what stands behind its name. */
async function greeted({ child, printed }: ReturnType<typeof start>, name: string) {
	const line = new RegExp(`^ *${name} +(\\S+)$[^]*Ctrl\\+C`, 'm');
	while (!line.test(printed.out)) await once(child.stdout, 'data');
	return line.exec(printed.out)?.[1] ?? '';
}

describe('command line', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)('serves until %s and ends cleanly', async (signal) => {
		const program = start('--port', '0');
		const address = await greeted(program, 'Address');
		const token = await greeted(program, 'App token');
		const health = await request(`${address}/_simulator/health`);
		const labels = await request(`${address}/agora-demo/testy/push/label`, {
			headers: { authorization: `Bearer ${token}` },
		});

		expect(await health.body.json()).toMatchObject({ status: 'ok' });
		expect(labels.statusCode).toBe(200);
		expect(await greeted(program, 'App ID')).toMatch(/^[0-9a-f]{32}$/);
		expect(await greeted(program, 'App certificate')).toMatch(/^[0-9a-f]{32}$/);
		program.child.kill(signal);
		expect(await program.ended).toBe(0);
		expect(program.printed.error).toBe('');
	});

	it('passes its options on', async () => {
		const program = start('--port', '0', '--rates', '--create-unknown-users');
		const address = await greeted(program, 'Address');
		const { body } = await request(`${address}/_simulator/settings`);

		expect(await body.json()).toMatchObject({ rates: 'on', createUnknownUsers: true });
	});

	it('starts with the users that it is given', async () => {
		const users = ['anna', 'carla:apns,fcm', 'emil:'].flatMap((user) => ['--user', user]);
		const address = await greeted(start('--port', '0', ...users), 'Address');
		const devices = await Promise.all(
			['anna', 'carla', 'emil'].map(async (id) => {
				const { body } = await request(`${address}/agora-demo/testy/users/${id}/push/binding`, {
					headers: { authorization: 'Bearer YWMtSimulatorTokenThatIsNotASecret' },
				});
				return await body.json();
			}),
		);

		expect(devices).toMatchObject([
			{ entities: [{ notifier_name: 'simulator-fcm' }] },
			{ entities: [{ notifier_name: 'simulator-apns' }, { notifier_name: 'simulator-fcm' }] },
			{ entities: [] },
		]);
	});

	it('says in one sentence that its port is taken', async () => {
		const other = await startSimulator();
		const { port } = new URL(other.url);
		const { ended, printed } = start('--port', port);

		expect(await ended).toBe(1);
		expect(printed.error).toBe(
			`Port ${port} is taken by another program; choose one with --port.\n`,
		);
		await other.close();
	});

	it.each([
		[['--port', 'http'], '--port'],
		[['--port', '65536'], '--port'],
		[['--speed'], '--speed'],
		[['--user', 'anna,ben'], '--user'],
	])('refuses %j in one sentence', async (options, words) => {
		const { ended, printed } = start(...options);

		expect(await ended).toBe(1);
		expect(printed.error.trim().split('\n')).toEqual([expect.stringContaining(words)]);
	});

	it('explains itself', async () => {
		const { ended, printed } = start('--help');

		expect(await ended).toBe(0);
		expect(printed.out).toContain('--rates');
	});
});
