/** Shows on one line what is being waited for, and then how long it took. */
export async function withProgress<Result>(
	what: string,
	work: () => Promise<Result>,
): Promise<Result> {
	const startedMs = performance.now();
	process.stdout.write(`${what} … `);
	try {
		const result = await work();
		process.stdout.write(`${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`);
		return result;
	} catch (error) {
		process.stdout.write('failed\n');
		throw error;
	}
}
