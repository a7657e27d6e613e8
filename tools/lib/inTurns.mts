/** What `work` makes of each entry, in their order, with `atOnce` of them at work at once. */
export async function inTurns<Entry, Result>(
	entries: readonly Entry[],
	atOnce: number,
	work: (entry: Entry) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const waiting = entries.entries();
	const worker = async () => {
		for (const [index, entry] of waiting) results[index] = await work(entry);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}
