import type { Delivery } from '../delivery.mts';
import { badgeAfter, type Notification, notificationOf } from './notification.mts';

/** A device that was reached. */
export interface Phone {
	/** Equal for deliveries to the same device. */
	readonly key: string;
	readonly userId: string;
	readonly provider: string;
	/** The number on the app's icon. */
	readonly badge: number;
	readonly received: number;
	/** The newest first, each with its number among those received. */
	readonly notifications: readonly ReceivedNotification[];
}

export interface ReceivedNotification extends Notification {
	readonly serial: number;
}

export interface PhoneSearch {
	readonly shown: readonly Phone[];
	readonly matching: number;
}

const NOTIFICATIONS_KEPT = 3;
const MISSED_KEPT = 10;

/** What every device shows, kept up with each delivery at the same small cost. */
export class PhoneBook {
	/** The longest untouched first. */
	private readonly phones = new Map<string, Phone>();
	private readonly missedDeliveries: Delivery[] = [];
	private missedTotal = 0;

	get size(): number {
		return this.phones.size;
	}

	/** The newest deliveries that reached nobody, the newest first. */
	get missed(): readonly Delivery[] {
		return [...this.missedDeliveries].reverse();
	}

	get missedCount(): number {
		return this.missedTotal;
	}

	record(delivery: Delivery): void {
		if (!delivery.reached || delivery.provider === null) this.recordMissed(delivery);
		else this.recordReached(delivery, delivery.provider);
	}

	/** Phones of users whose IDs hold one of the words; exact matches first, then the newest. */
	search(words: readonly string[], most: number): PhoneSearch {
		const newestFirst = [...this.phones.values()].reverse();
		if (words.length === 0) return { shown: newestFirst.slice(0, most), matching: this.size };
		const folded = words.map((word) => word.toLowerCase());
		const exact = newestFirst.filter(({ userId }) => folded.includes(userId.toLowerCase()));
		const partial = newestFirst.filter(({ userId }) => {
			const id = userId.toLowerCase();
			return !folded.includes(id) && folded.some((word) => id.includes(word));
		});
		const found = [...exact, ...partial];
		return { shown: found.slice(0, most), matching: found.length };
	}

	clear(): void {
		this.phones.clear();
		this.missedDeliveries.length = 0;
		this.missedTotal = 0;
	}

	private recordMissed(delivery: Delivery): void {
		this.missedTotal += 1;
		this.missedDeliveries.push(delivery);
		if (this.missedDeliveries.length > MISSED_KEPT) this.missedDeliveries.shift();
	}

	private recordReached(delivery: Delivery, provider: string): void {
		const { userId, deviceIndex = 0 } = delivery;
		const key = `${provider} ${deviceIndex} ${userId}`;
		const before = this.phones.get(key);
		const serial = (before?.received ?? 0) + 1;
		const notification = { ...notificationOf(delivery), serial };
		// Taken out and put back, a phone becomes the last of the map.
		this.phones.delete(key);
		this.phones.set(key, {
			key,
			userId,
			provider,
			badge: badgeAfter(before?.badge ?? 0, delivery),
			received: serial,
			notifications: withNewest(before?.notifications ?? [], notification),
		});
	}
}

function withNewest(
	earlier: readonly ReceivedNotification[],
	newest: ReceivedNotification,
): readonly ReceivedNotification[] {
	const kept = earlier.filter(
		({ replaces }) => replaces === undefined || replaces !== newest.replaces,
	);
	return [newest, ...kept].slice(0, NOTIFICATIONS_KEPT);
}
