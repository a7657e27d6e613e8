import { describe, expect, it } from '@jest/globals';
import type { Weather } from '../../simulator/index.mts';
import { useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

describe('rules', () => {
	const broken: Weather = { kind: 'status', status: 503 };

	async function statuses(count: number): Promise<number[]> {
		const found: number[] = [];
		while (found.length < count) found.push((await call('GET', 'push/label')).status);
		return found;
	}

	it('befall one request', async () => {
		simulator().weather.add({ weather: broken });

		expect(await statuses(2)).toEqual([503, 200]);
	});

	it('befall the next N', async () => {
		simulator().weather.add({ weather: broken, times: 3 });

		expect(await statuses(4)).toEqual([503, 503, 503, 200]);
	});

	it('apply one after the other', async () => {
		simulator().weather.add({ weather: broken });
		simulator().weather.add({ weather: { kind: 'status', status: 429 } });

		expect(await statuses(3)).toEqual([503, 429, 200]);
	});

	it('befall a share, the same requests in every run', async () => {
		simulator().weather.add({ weather: broken, share: 0.5 });
		const first = await statuses(40);
		const struck = first.filter((status) => status === 503).length;

		expect(struck).toBeGreaterThan(8);
		expect(struck).toBeLessThan(32);
		simulator().reset();
		simulator().weather.add({ weather: broken, share: 0.5 });
		expect(await statuses(40)).toEqual(first);
		simulator().reset();
		simulator().settings.randomSeed = 2;
		simulator().weather.clear();
		simulator().weather.add({ weather: broken, share: 0.5 });
		expect(await statuses(40)).not.toEqual(first);
	});

	it.each([
		[0, 200],
		[1, 503],
	])('befall none or all at the ends: %d', async (share, status) => {
		simulator().weather.add({ weather: broken, share });

		expect(await statuses(5)).toEqual(Array<number>(5).fill(status));
	});

	it('end when cleared', async () => {
		simulator().weather.add({ weather: broken, times: 5 });
		simulator().weather.clear();

		expect(await statuses(1)).toEqual([200]);
	});

	it.each([
		[{ action: 'createLabel' }, 'createLabel'],
		[{ method: 'DELETE' }, 'deleteLabel'],
		[{ path: 'label/v.p$' }, 'deleteLabel'],
		[{ path: 'push/label$', method: 'GET' }, 'listLabels'],
	] as const)('befall only what matches %j', async (match, struck) => {
		simulator().weather.add({ weather: broken, ...match });
		await call('POST', 'push/label', { name: 'vip' });
		await call('GET', 'push/label');
		simulator().seed({ labels: [{ name: 'vip' }] });
		await call('DELETE', 'push/label/v%69p');

		const found = simulator().requests.filter(({ status }) => status === 503);
		expect(found.map(({ action }) => action)).toEqual([struck]);
	});

	it('refuse a path that is no regular expression', () => {
		expect(() => {
			simulator().weather.add({ weather: broken, path: '(' });
		}).toThrow(SyntaxError);
	});
});
