export interface Member {
	readonly username: string;
	readonly createdAt: number;
	readonly rowId: bigint;
}

interface Row extends Member {
	removed: boolean;
}

/**
 * The members of a label, in the order of their row ids. Looking up, adding and removing one
 * costs the same however many there are, and a page costs what it holds: removed rows stay as
 * gaps until they outnumber the members.
 */
export class MemberList {
	private readonly byKey = new Map<string, Row>();
	private rows: Row[] = [];
	private readonly keyOf: (username: string) => string | undefined;

	/** @param keyOf equal for names of the same user; undefined for one that can be nobody's. */
	constructor(keyOf: (username: string) => string | undefined) {
		this.keyOf = keyOf;
	}

	get size(): number {
		return this.byKey.size;
	}

	get(username: string): Member | undefined {
		return this.byKey.get(this.keyOf(username) ?? '');
	}

	has(username: string): boolean {
		return this.get(username) !== undefined;
	}

	usernames(): string[] {
		return Array.from(this.byKey.values(), ({ username }) => username);
	}

	/** Row ids must rise from call to call. A user who is a member already stays as he is. */
	add(member: Member): void {
		if (this.has(member.username)) return;
		const row = { ...member, removed: false };
		this.byKey.set(this.keyOf(member.username) ?? member.username, row);
		this.rows.push(row);
	}

	remove(username: string): void {
		const key = this.keyOf(username) ?? '';
		const row = this.byKey.get(key);
		if (row === undefined) return;
		row.removed = true;
		this.byKey.delete(key);
		if (this.rows.length > 2 * this.size) this.rows = this.rows.filter((kept) => !kept.removed);
	}

	/** Up to `count` members whose row ids are above `afterRowId`. */
	after(afterRowId: bigint, count: number): Member[] {
		const found: Member[] = [];
		for (let index = this.indexAfter(afterRowId); found.length < count; index++) {
			const row = this.rows[index];
			if (row === undefined) break;
			if (!row.removed) found.push(row);
		}
		return found;
	}

	private indexAfter(rowId: bigint): number {
		let low = 0;
		let high = this.rows.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const row = this.rows[middle];
			if (row !== undefined && row.rowId <= rowId) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
