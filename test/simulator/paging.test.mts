import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemberList } from '../../simulator/members.mts';
import { useSimulator, userIds } from './setup.mts';

const { simulator, call } = useSimulator();

interface Page {
	cursor?: string;
	data: { username?: string; name?: string }[];
}

function isPage(body: unknown): body is Page {
	return typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);
}

/** Follows the cursor to the end; gives each page's size and all the names. */
async function readAll(path: string, limit: number) {
	const sizes: number[] = [];
	const names: (string | undefined)[] = [];
	let cursor: string | undefined = '';
	while (cursor !== undefined) {
		const { body } = await call('GET', `${path}?limit=${limit}&cursor=${cursor}`);
		if (!isPage(body)) throw new Error('Not a page.');
		sizes.push(body.data.length);
		names.push(...body.data.map(({ username, name }) => username ?? name));
		cursor = body.cursor;
	}
	return { sizes, names };
}

describe('users of a label', () => {
	it.each([
		[0, 100, [0]],
		[1, 100, [1]],
		[100, 100, [100]],
		[101, 100, [100, 1]],
		[1000, 100, Array<number>(10).fill(100)],
		[5, 2, [2, 2, 1]],
	])('%d of them in pages of %d', async (count, limit, expectedSizes) => {
		simulator().seed({ labels: [{ name: 'vip', members: userIds(count) }] });
		const { sizes, names } = await readAll('push/label/vip/user', limit);

		expect(sizes).toEqual(expectedSizes);
		expect(names).toEqual(userIds(count));
	});

	it('has an empty last page when a full page always carries a cursor', async () => {
		simulator().settings.cursorWhenPageIsFull = true;
		simulator().seed({ labels: [{ name: 'vip', members: userIds(4) }] });

		expect((await readAll('push/label/vip/user', 2)).sizes).toEqual([2, 2, 0]);
	});

	it('goes on after a row that has been removed meanwhile', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: userIds(4) }] });
		const { body } = await call('GET', 'push/label/vip/user?limit=2');
		if (!isPage(body)) throw new Error('Not a page.');
		await call('DELETE', 'push/label/vip/user', { usernames: ['user1', 'user2'] });
		const next = await call('GET', `push/label/vip/user?cursor=${body.cursor ?? ''}`);

		expect(next.body).toMatchObject({ data: [{ username: 'user3' }] });
	});

	it('puts a user who was removed and added again at the end', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: userIds(3) }] });
		await call('DELETE', 'push/label/vip/user', { usernames: ['user0'] });
		await call('POST', 'push/label/vip/user', { usernames: ['user0'] });

		expect((await readAll('push/label/vip/user', 2)).names).toEqual(['user1', 'user2', 'user0']);
	});
});

describe('labels', () => {
	it('come newest first through all pages', async () => {
		const names = userIds(7, 'label');
		simulator().seed({ labels: names.map((name) => ({ name })) });
		const pages = await readAll('push/label', 3);

		expect(pages.sizes).toEqual([3, 3, 1]);
		expect(pages.names).toEqual(names.reverse());
	});
});

describe('member list', () => {
	it('pages through what a plain list would hold, after any changes, by any page size', () => {
		const change = fc.record({ add: fc.boolean(), username: fc.integer({ min: 0, max: 30 }) });
		fc.assert(
			fc.property(fc.array(change), fc.integer({ min: 1, max: 12 }), (changes, limit) => {
				const list = new MemberList((username) => username);
				let model: string[] = [];
				for (const [index, { add, username: number }] of changes.entries()) {
					const username = `user${number}`;
					const rowId = BigInt(index + 1);
					if (add) list.add({ username, createdAt: 0, rowId });
					else list.remove(username);
					if (!add) model = model.filter((one) => one !== username);
					else if (!model.includes(username)) model.push(username);
				}

				const paged: string[] = [];
				let page = list.after(0n, limit);
				while (page.length > 0) {
					expect(page.length).toBeLessThanOrEqual(limit);
					paged.push(...page.map(({ username }) => username));
					page = list.after(page.at(-1)?.rowId ?? 0n, limit);
				}
				expect(paged).toEqual(model);
				expect(list.size).toBe(model.length);
			}),
		);
	});

	it('holds 200,000 users, of whom every page is read at the cost of a page', () => {
		const list = new MemberList((username) => username);
		for (const [index, username] of userIds(200_000).entries()) {
			list.add({ username, createdAt: 0, rowId: BigInt(index + 1) });
		}
		let pages = 0;
		for (let last = 0n; ; pages++) {
			const page = list.after(last, 100);
			if (page.length === 0) break;
			last = page.at(-1)?.rowId ?? last;
		}

		expect(pages).toBe(2000);
	});
});
