import { spawn } from 'node:child_process';
import { join } from 'node:path';

import type { Seed, WeatherRule } from '../../../simulator/index.mts';
import { asList, asObject } from '../../lib/json.mts';
import { ROOT } from '../../lib/root.mts';
import { endWithBenchmark } from './endWithBenchmark.mts';

const CLI = join(ROOT, 'simulator', 'cli.mts');

/** A simulator in a process of its own, used through its back door. */
export interface SimulatorProcess {
	/** What the credential's Host field takes. */
	readonly host: string;
	seed(seed: Seed): Promise<void>;
	addWeather(rule: WeatherRule): Promise<void>;
	setRates(rates: 'on' | 'off'): Promise<void>;
	/** How many calls to users it takes in a minute. */
	setSendsPerMinute(sendToUsersPerMinute: number): Promise<void>;
	callCount(): Promise<number>;
	/** Each call with its status; for some hundred calls. */
	calls(): Promise<Call[]>;
	reset(): Promise<void>;
}

interface Call {
	status: number;
	/** When it arrived. */
	atMs: number;
}

/** Starts a simulator that takes any user ID, and ends it after the work. */
export async function withSimulator<Result>(
	work: (simulator: SimulatorProcess) => Promise<Result>,
): Promise<Result> {
	const child = spawn(
		process.execPath,
		['--import', import.meta.resolve('tsx'), CLI, '--port', '0', '--create-unknown-users'],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	endWithBenchmark(child);
	try {
		return await work(backDoorAt(await addressPrinted(child.stdout)));
	} finally {
		child.kill();
	}
}

async function addressPrinted(stdout: AsyncIterable<unknown>): Promise<string> {
	let printed = '';
	for await (const text of stdout) {
		printed += String(text);
		const address = /Address +(\S+)\n/.exec(printed)?.[1];
		if (address !== undefined) return address;
	}
	throw new Error(`The simulator did not start: ${printed}`);
}

function backDoorAt(host: string): SimulatorProcess {
	const call = async (method: string, route: string, body?: object): Promise<unknown> => {
		const answer = await fetch(`${host}/_simulator/${route}`, {
			method,
			...(body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`The simulator refuses ${route}: ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	};
	return {
		host,
		async seed(seed) {
			await call('POST', 'seed', seed);
		},
		async addWeather(rule) {
			await call('POST', 'weather', rule);
		},
		async setRates(rates) {
			await call('PATCH', 'settings', { rates });
		},
		async setSendsPerMinute(sendToUsersPerMinute) {
			await call('PATCH', 'settings', { rateLimits: { sendToUsersPerMinute } });
		},
		async callCount() {
			return Number(asObject(await call('GET', 'health')).requests);
		},
		async calls() {
			return asList(await call('GET', 'requests')).map((one) => {
				const { status, at } = asObject(one);
				return { status: Number(status), atMs: Number(at) };
			});
		},
		async reset() {
			await call('POST', 'reset');
		},
	};
}
