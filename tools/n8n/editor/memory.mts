import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { asObject } from '../../lib/json.mts';

/**
 * Remembers under which IDs things were created in n8n, so that nothing is created twice, and what
 * the user renamed, changed or deleted since then stays so.
 */
export class Memory {
	private constructor(
		private readonly path: string,
		private readonly ids: Map<string, string>,
	) {}

	static async read(userFolder: string): Promise<Memory> {
		const path = join(userFolder, 'created.json');
		const text = await readFile(path, 'utf8').catch(() => '{}');
		const entries = Object.entries(asObject(JSON.parse(text)));
		return new Memory(path, new Map(entries.map(([key, id]) => [key, String(id)])));
	}

	/** The ID under that key; `create` makes it when there is none yet. */
	async once(key: string, create: () => Promise<{ id: string }>): Promise<string> {
		const known = this.ids.get(key);
		if (known !== undefined) return known;
		const { id } = await create();
		this.ids.set(key, id);
		await writeFile(this.path, JSON.stringify(Object.fromEntries(this.ids), null, 2));
		return id;
	}
}
