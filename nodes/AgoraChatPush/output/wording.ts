/** Names the item as n8n's editor does: input items count from 0. */
export function withItemIndex(message: string, itemIndex: number): string {
	return `${message} [item ${itemIndex}]`;
}

/** A number with its unit: '1 user', '7,412 users'. */
export function quantity(count: number, unit: string): string {
	return `${formatCount(count)} ${count === 1 ? unit.replace(/(?<=sh)es$|s$/, '') : unit}`;
}

export function formatCount(count: number): string {
	return count.toLocaleString('en-US');
}

/** About how long, rounded up: '45 s', '5 minutes', '3 hours'. */
export function durationText(timeMs: number): string {
	const seconds = Math.ceil(timeMs / 1000);
	const minutes = Math.ceil(seconds / 60);
	if (seconds < 120) return `${seconds} s`;
	if (minutes < 120) return `${minutes} minutes`;
	return minutes <= 24 * 60 ? `${Math.ceil(minutes / 60)} hours` : 'more than a day';
}
