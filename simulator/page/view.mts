/** What the visitor chose to see; it stands in the page's address. */
export interface View {
	/** Words looked for in user IDs; none shows the users reached last. */
	readonly find: string;
	/** The label whose members are listed. */
	readonly label: string;
	/** How many of its members come before the listed ones. */
	readonly skip: number;
}

/** Reads the query of an address; what makes no sense counts as not given. */
export function readView(url: string): View {
	const query = new Map(new URL(url, 'http://simulator').searchParams);
	const skip = Number(query.get('skip'));
	return {
		find: query.get('find')?.trim() ?? '',
		label: query.get('label') ?? '',
		skip: Number.isSafeInteger(skip) && skip > 0 ? skip : 0,
	};
}

/** The words of a search, between spaces or commas. */
export function wordsOf({ find }: View): string[] {
	return find.split(/[\s,]+/).filter((word) => word !== '');
}
