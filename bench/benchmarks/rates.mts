import { measureOnce } from '../measuring/measure.mts';
import { withSimulator } from '../measuring/simulator.mts';
import { ratio, rounded, type Benchmark, type Row, type Target } from '../report/benchmark.mts';

const CALLS_PER_SECOND = 20;
const TOO_MANY_REQUESTS = 429;
const CASES = [
	{ users: 1000, executions: 1 },
	{ users: 10_000, executions: 1 },
	{ users: 20_000, executions: 1 },
	{ users: 10_000, executions: 2 },
];
const TARGET_USERS = 10_000;

/** Wall time against what the documented rate allows, with the simulator enforcing it. */
export const rates: Benchmark = {
	title: 'At the documented rate',
	run: async ({ packageRoot, progress }) =>
		await withSimulator(async (simulator) => {
			const rows: Row[] = [];
			const targets: Target[] = [];
			for (const { users, executions } of CASES) {
				progress(`${users} rows, ${executions} at once`);
				await simulator.reset();
				await simulator.setRates('on');
				const { wallMs } = await measureOnce('push', {
					...{ way: 'rows', users, executions },
					...{ host: simulator.host, package: packageRoot },
				});
				const [calls, refused] = [
					await simulator.callCount(),
					await simulator.callCountWith(TOO_MANY_REQUESTS),
				];
				const allowedMs = ((calls - refused) / CALLS_PER_SECOND) * 1000;
				rows.push({
					'rows each': users,
					'executions at once': executions,
					calls,
					'answered 429': refused,
					'calls ÷ rate, s': rounded(allowedMs / 1000),
					'wall s': rounded(wallMs / 1000),
					'wall ÷ (calls ÷ rate)': ratio(wallMs, allowedMs),
				});
				if (users === TARGET_USERS) {
					const name = (what: string) => `${what}, ${executions} × ${users} rows`;
					targets.push(
						{ name: name('wall ÷ (calls ÷ rate)'), measured: ratio(wallMs, allowedMs), limit: 1.1 },
						{ name: name('calls'), measured: calls, limit: (executions * users) / 100 },
						{ name: name('429s'), measured: refused, limit: 0 },
					);
				}
			}
			return { rows, targets };
		}),
};
