import { measureOnce } from '../measuring/measure.mts';
import { withSimulator } from '../measuring/simulator.mts';
import { ratio, type Benchmark, type Row } from '../report/benchmark.mts';

const USERS_PER_CALL = 100;
const RECIPIENTS = [1, 100, 101, 1000, 10_000, 100_000, 200_000];
const WAYS = { list: 'one list', rows: 'a row each' };
const UNLIMITED = 100_000;

/** Calls that the node makes, as the simulator counts them, against the least possible. */
export const calls: Benchmark = {
	title: 'Calls against the least possible',
	async run({ packageRoot, progress }) {
		const rows = await withSimulator(async (simulator) => {
			const rows: Row[] = [];
			for (const users of RECIPIENTS) {
				for (const [way, shape] of Object.entries(WAYS)) {
					progress(`${users} recipients, ${shape}`);
					await simulator.reset();
					const { host } = simulator;
					await measureOnce('push', { way, users, rate: UNLIMITED, host, package: packageRoot });
					const made = await simulator.callCount();
					const least = Math.ceil(users / USERS_PER_CALL);
					rows.push({
						recipients: users,
						'given as': shape,
						calls: made,
						least,
						ratio: ratio(made, least),
					});
				}
			}
			return rows;
		});
		const highest = Math.max(...rows.map((row) => Number(row.ratio)));
		return { rows, targets: [{ name: 'calls ÷ least possible', measured: highest, limit: 1 }] };
	},
};
