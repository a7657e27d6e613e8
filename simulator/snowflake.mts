/** 2015-01-01 00:00 UTC+8; all four ids that the docs publish decode with it. */
const EPOCH_MS = 1_420_041_600_000n;
const TIME_SHIFT = 22n;
const SEQUENCE_SHIFT = 7n;
const MACHINE = 53n;

/**
 * Mints the service's 64-bit ids: milliseconds since the epoch above 22 low bits, strictly rising.
 * The lowest seven bits are never zero, so no id survives being read into a double.
 */
export class SnowflakeSource {
	private readonly now: () => number;
	private last = 0n;

	constructor(now: () => number) {
		this.now = now;
	}

	next(): bigint {
		const earliest = (BigInt(this.now()) - EPOCH_MS) << (TIME_SHIFT - SEQUENCE_SHIFT);
		this.last = earliest > this.last ? earliest : this.last + 1n;
		return (this.last << SEQUENCE_SHIFT) | MACHINE;
	}
}

/** The moment at which an id was minted, in Unix milliseconds. */
export function snowflakeTimeMs(id: bigint): number {
	return Number((id >> TIME_SHIFT) + EPOCH_MS);
}

/** An id in the form of a UUID, which some ids of the service have. */
export function uuidOf(id: bigint): string {
	const digits = id.toString(16).padStart(16, '0');
	return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15)}00-000000000000`;
}
