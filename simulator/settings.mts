import { RATE_LIMITS, type RateLimits } from './rates.mts';
import type { UserIdCase } from './userIdCase.mts';

/** Every choice the simulator leaves open. All but `port` and `host` may change at run time. */
export interface SimulatorSettings {
	/** TCP port; 0 lets the system choose a free one. */
	port: number;
	/** Interface to listen on. Loopback, so that nothing outside this machine can reach it. */
	host: string;
	/** The clock, in Unix milliseconds. Tests inject their own. */
	now: () => number;

	orgName: string;
	appName: string;
	/** 32 hexadecimal characters, with which Token007 tokens are signed. */
	appId: string;
	appCertificate: string;
	/** What the grant `client_credentials` is given for. */
	clientId: string;
	clientSecret: string;
	/** Tokens that are accepted as they are, as one made in Agora Console would be. */
	staticTokens: string[];

	/** Off: every call below `push/` is refused with 403 "push service not open". */
	pushServiceOpen: boolean;
	/** Lets any user ID be used: a user who is named but unknown comes into being, with one device. */
	createUnknownUsers: boolean;

	/** Whether calls over `rateLimits` are refused with 429. */
	rates: 'off' | 'on';
	rateLimits: RateLimits;
	/**
	 * The plan that the app is on. The free one takes 10 calls a second in all (Agora docs, "Pricing
	 * plan details"), which counts beside `rates` and also while they are off.
	 */
	plan: 'paid' | 'free';
	/** How long a push task counts as running. Its deliveries are recorded at once all the same. */
	taskDurationMs: number;

	/**
	 * How far the service's clock, which `startDate` is told by, is ahead of UTC. No page tells its
	 * zone.
	 */
	serviceClockOffsetMinutes: number;

	/** Labels in one app; Agora raises it on request. */
	labelsPerApp: number;
	/**
	 * Users in one label. 200,000 on the older page, 20,000 on the newer ones.
	 */
	membersPerLabel: number;
	/** Labels in one push: 3 on the older page, 5 on the newer, 1 at Easemob. */
	labelsPerPush: number;
	/**
	 * Agora's English pages: "Aa" and "aa" are one label; its Chinese pages and Easemob: two.
	 */
	labelCaseSensitive: boolean;
	/** What capitals in user IDs mean; the pages disagree. Set it before users are seeded. */
	userIdCase: UserIdCase;
	/** Chinese pages count a wide character as two in title, subTitle and content. */
	wideCharactersCountTwice: boolean;
	/** Whether a full last page carries a cursor, which then leads to an empty page. */
	cursorWhenPageIsFull: boolean;
	/**
	 * The answer for a user who is not in the label. Easemob leaves the fields out; Agora is
	 * silent.
	 */
	nonMemberData: 'empty' | 'null' | 'absent';
	/** Easemob answers 400 for an unknown label, where 404 would be usual. */
	unknownLabelStatus: 400 | 404;
	/**
	 * Whether an asynchronous push looks its targets up before it answers. Undocumented:
	 * by default it accepts them all, and the failure shows only in the deliveries.
	 */
	asyncChecksTargets: boolean;

	/**
	 * Whether push/single takes no notice of `async`, which Agora's pages leave out since December
	 * 2023, and answers at once whatever it says.
	 */
	asyncFalseIgnored: boolean;

	/** Seed of the random numbers behind a weather rule's `share`. */
	randomSeed: number;
	/** Most requests, and most deliveries, that are kept; null keeps all. */
	recordsKept: number | null;
}

/** The defaults, with the given settings over them. */
export function createSettings(given: Partial<SimulatorSettings> = {}): SimulatorSettings {
	const settings: SimulatorSettings = {
		port: 0,
		host: '127.0.0.1',
		now: Date.now,
		orgName: 'agora-demo',
		appName: 'testy',
		appId: '00000000000000000000000000000a9d',
		appCertificate: '0000000000000000000000000000ce47',
		clientId: 'YXA6SimulatorClient',
		clientSecret: 'YXA6SimulatorClientSecret',
		staticTokens: ['YWMtSimulatorTokenThatIsNotASecret'],
		pushServiceOpen: true,
		createUnknownUsers: false,
		rates: 'off',
		rateLimits: RATE_LIMITS,
		plan: 'paid',
		taskDurationMs: 0,
		serviceClockOffsetMinutes: 0,
		labelsPerApp: 100,
		membersPerLabel: 200_000,
		labelsPerPush: 5,
		labelCaseSensitive: false,
		userIdCase: 'foldToRegistered',
		wideCharactersCountTwice: false,
		cursorWhenPageIsFull: false,
		nonMemberData: 'empty',
		unknownLabelStatus: 400,
		asyncChecksTargets: false,
		asyncFalseIgnored: false,
		randomSeed: 1,
		recordsKept: null,
		...given,
	};
	return {
		...settings,
		staticTokens: [...settings.staticTokens],
		rateLimits: { ...settings.rateLimits },
	};
}
