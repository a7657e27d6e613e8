import type { Delivery } from '../delivery.mts';
import { isObject, isText, type JsonObject } from '../parse.mts';

/** What a device would show of a delivery. */
export interface Notification {
	readonly title: string;
	/** Only iOS has one. */
	readonly subTitle?: string;
	/** The big text where there is one. */
	readonly text: string;
	readonly look: 'plain' | 'bigText' | 'bigPicture';
	readonly pictureUrl?: string;
	/** For the app alone; nothing appears on the screen. */
	readonly silent: boolean;
	/** A later notification with the same value takes this one's place. */
	readonly replaces?: string;
	readonly at: number;
}

export type Platform = 'iOS' | 'Android';

/** Apple's service reaches iPhones; every other provider is taken for Android's. */
export function platformOf(provider: string): Platform {
	return provider === 'apns' ? 'iOS' : 'Android';
}

/** Reads a delivered message as the provider's documentation describes its fields. */
export function notificationOf({ message, provider, at }: Delivery): Notification {
	const shown = { ...message, ...fcmNotification(message) };
	const look = lookOf(message);
	return {
		title: textOf(shown.title),
		...(provider === 'apns' && isText(shown.subTitle) && { subTitle: shown.subTitle }),
		text: look === 'bigText' ? textOf(message.bigTxt) : textOf(shown.content),
		look,
		...(look === 'bigPicture' && { pictureUrl: textOf(message.bigPicture) }),
		silent: isSilent(message),
		...replacement(message),
		at,
	};
}

/** How a push changes the number on the app's icon. */
export function badgeAfter(badge: number, { message }: Delivery): number {
	if (typeof message.badge === 'number') return Math.max(0, message.badge);
	const change = isObject(message.badge) ? message.badge : configuredBadge(message);
	const { setNum, addNum } = change;
	const start = typeof setNum === 'number' ? setNum : badge;
	return Math.max(0, start + (typeof addNum === 'number' ? addNum : 0));
}

function configuredBadge({ config }: JsonObject): JsonObject {
	return isObject(config) && isObject(config.badge) ? config.badge : {};
}

function fcmNotification({ notification }: JsonObject): JsonObject {
	if (!isObject(notification)) return {};
	const { title, body } = notification;
	return { ...(isText(title) && { title }), ...(isText(body) && { content: body }) };
}

function lookOf({ style, bigTxt, bigPicture }: JsonObject): Notification['look'] {
	if (style === 1 && isText(bigTxt)) return 'bigText';
	return style === 2 && isText(bigPicture) ? 'bigPicture' : 'plain';
}

function isSilent({ needNotification, pushType }: JsonObject): boolean {
	return needNotification === false || pushType === 'background';
}

function replacement(message: JsonObject): Pick<Notification, 'replaces'> {
	const tag = isObject(message.notification) ? message.notification.tag : undefined;
	const key = message.id ?? message.collapseId ?? tag;
	return typeof key === 'string' || typeof key === 'number' ? { replaces: String(key) } : {};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
