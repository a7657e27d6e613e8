const SAMPLE_EVERY_MS = 10;

/**
 * Watches the memory of this process. What is in use when it starts counts as idle.
 *
 * The system's own highest figure is exact, but holds for the whole life of the process: it tells
 * of the run only once the run has gone above it. Samples stand in until then.
 */
export class PeakMemory {
	private readonly idleBytes = process.memoryUsage.rss();
	private readonly highestBeforeBytes = highestBytes();
	private sampledBytes = this.idleBytes;
	private readonly timer = setInterval(() => {
		this.sample();
	}, SAMPLE_EVERY_MS);

	/** Ends the watch and gives the highest figure above idle. */
	stop(): number {
		clearInterval(this.timer);
		this.sample();
		const highest = highestBytes();
		const peakBytes = highest > this.highestBeforeBytes ? highest : this.sampledBytes;
		return peakBytes - this.idleBytes;
	}

	private sample(): void {
		this.sampledBytes = Math.max(this.sampledBytes, process.memoryUsage.rss());
	}
}

function highestBytes(): number {
	return process.resourceUsage().maxRSS * 1024;
}
