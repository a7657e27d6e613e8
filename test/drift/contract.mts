/** What workflows that users have saved rely on. Written out here, so that no change slips by. */

interface ContractField {
	/** Below `pushMessage`. */
	path: string;
	/** What the user fills in. */
	given: unknown;
	/** What the service must get; the same as given when left out. */
	sent?: unknown;
}

const TEXT = 'text é 漢';

const text = (path: string): ContractField => ({ path, given: TEXT });
const address = (path: string): ContractField => ({ path, given: 'myapp://é/漢' });
/** Agora takes Unix seconds. */
const date = (path: string): ContractField => ({
	path,
	given: '2076-12-24T18:00:00Z',
	sent: Date.UTC(2076, 11, 24, 18) / 1000,
});
const number = (path: string): ContractField => ({ path, given: 7 });
const boolean = (path: string): ContractField => ({ path, given: false });
const zeroOrOne = (path: string): ContractField => ({ path, given: true, sent: 1 });
const list = (path: string): ContractField => ({ path, given: 'a, b', sent: ['a', 'b'] });
const json = (path: string): ContractField => ({
	path,
	given: '{"key": {"inner": [1, "two"]}}',
	sent: { key: { inner: [1, 'two'] } },
});
const choice = (path: string, given: string | number): ContractField => ({ path, given });

export const MESSAGE_FIELDS: Record<string, Record<string, ContractField>> = {
	messageOptions: {
		subTitle: { path: 'subTitle', given: 'ten chars!' },
		ext: json('ext'),
		clickActionUrl: address('config.clickAction.url'),
		clickActionAction: text('config.clickAction.action'),
		clickActionActivity: text('config.clickAction.activity'),
		badgeAddNum: number('config.badge.addNum'),
		badgeSetNum: number('config.badge.setNum'),
		badgeActivity: text('config.badge.activity'),
	},
	agoraOptions: {
		title: text('agora.title'),
		content: text('agora.content'),
		subTitle: text('agora.subTitle'),
		iconUrl: text('agora.iconUrl'),
		needNotification: boolean('agora.needNotification'),
		badgeAddNum: number('agora.badge.addNum'),
		badgeSetNum: number('agora.badge.setNum'),
		badgeActivity: text('agora.badge.activity'),
		operationType: choice('agora.operation.type', 2),
		operationOpenUrl: address('agora.operation.openUrl'),
		operationOpenAction: text('agora.operation.openAction'),
		operationOpenActivity: text('agora.operation.openActivity'),
		channelId: text('agora.channelId'),
		channelName: text('agora.channelName'),
		channelLevel: choice('agora.channelLevel', 4),
		autoCancel: { path: 'agora.autoCancel', given: false, sent: 0 },
		expiresTime: {
			path: 'agora.expiresTime',
			given: '2076-12-24T18:00:00Z',
			sent: Date.UTC(2076, 11, 24, 18),
		},
		sound: zeroOrOne('agora.sound'),
		vibrate: zeroOrOne('agora.vibrate'),
		style: choice('agora.style', 1),
		bigTxt: text('agora.bigTxt'),
		bigPicture: text('agora.bigPicture'),
		id: number('agora.id'),
	},
	apnsOptions: {
		invalidationTime: number('apns.invalidationTime'),
		priority: choice('apns.priority', 5),
		pushType: choice('apns.pushType', 'background'),
		collapseId: text('apns.collapseId'),
		apnsId: text('apns.apnsId'),
		badge: number('apns.badge'),
		sound: text('apns.sound'),
		mutableContent: boolean('apns.mutableContent'),
		contentAvailable: boolean('apns.contentAvailable'),
		categoryName: text('apns.categoryName'),
		threadId: text('apns.threadId'),
		title: text('apns.title'),
		subTitle: text('apns.subTitle'),
		content: text('apns.content'),
		titleLocKey: text('apns.titleLocKey'),
		titleLocArgs: list('apns.titleLocArgs'),
		subTitleLocKey: text('apns.subTitleLocKey'),
		subTitleLocArgs: list('apns.subTitleLocArgs'),
		bodyLocKey: text('apns.bodyLocKey'),
		bodyLocArgs: list('apns.bodyLocArgs'),
		ext: json('apns.ext'),
		launchImage: text('apns.launchImage'),
		interruptionLevel: choice('apns.interruptionLevel', 'time-sensitive'),
		liveActivityEvent: choice('apns.liveActivityEvent', 'end'),
		timestamp: date('apns.timestamp'),
		dismissalDate: date('apns.dismissalDate'),
		staleDate: date('apns.staleDate'),
		attributesType: text('apns.attributesType'),
		attributes: json('apns.attributes'),
		contentState: json('apns.contentState'),
	},
	fcmOptions: {
		condition: text('fcm.condition'),
		collapseKey: text('fcm.collapseKey'),
		priority: choice('fcm.priority', 'normal'),
		timeToLive: choice('fcm.timeToLive', '3600'),
		dryRun: boolean('fcm.dryRun'),
		restrictedPackageName: text('fcm.restrictedPackageName'),
		data: {
			path: 'fcm.data',
			given: '{"key": {"inner": [1, "two"]}, "count": 2}',
			sent: { key: '{"inner":[1,"two"]}', count: '2' },
		},
		notificationTitle: text('fcm.notification.title'),
		notificationBody: text('fcm.notification.body'),
		notificationAndroidChannelId: text('fcm.notification.androidChannelId'),
		notificationIcon: text('fcm.notification.icon'),
		notificationSound: text('fcm.notification.sound'),
		notificationTag: text('fcm.notification.tag'),
		notificationColor: choice('fcm.notification.color', '#1E88E5'),
		notificationClickAction: text('fcm.notification.clickAction'),
		notificationTitleLocKey: text('fcm.notification.titleLocKey'),
		notificationTitleLocArgs: list('fcm.notification.titleLocArgs'),
		notificationBodyLocKey: text('fcm.notification.bodyLocKey'),
		notificationBodyLocArgs: list('fcm.notification.bodyLocArgs'),
	},
};

const MESSAGE = [
	'messageFormat',
	'messageJson',
	'title',
	'content',
	'strategy',
	'otherProviders',
	...Object.keys(MESSAGE_FIELDS),
];

/** Every operation, with the names of the parameters that it shows. */
export const OPERATIONS: Record<string, Record<string, string[]>> = {
	push: {
		sendToUsers: ['userIds', 'waitForResult', 'dryRun', ...MESSAGE, 'options'],
		sendToLabels: ['labelNames', 'dryRun', ...MESSAGE, 'options'],
		sendToAll: ['dryRun', ...MESSAGE, 'options'],
	},
	label: {
		create: ['labelName', 'additionalFields', 'options'],
		delete: ['label', 'options'],
		get: ['label', 'options'],
		getAll: ['returnAll', 'limit', 'options'],
	},
	labelMember: {
		add: ['label', 'userIds', 'options'],
		get: ['label', 'userId', 'options'],
		getAll: ['label', 'returnAll', 'limit', 'options'],
		remove: ['label', 'userIds', 'options'],
		sync: ['label', 'userIds', 'syncMode', 'dryRun', 'output', 'options'],
	},
	user: {
		getDevices: ['userIds', 'options'],
		getLabels: ['userIds', 'options'],
		getStatus: ['userIds', 'options'],
	},
};
