import { type Delivery, deliver, type Push } from './delivery.mts';
import { EventHub, type LabelChange, type PushTask } from './events.mts';
import { limitExceeded } from './errors.mts';
import { TASKS_AT_ONCE } from './limits.mts';
import { RateLimiter } from './rates.mts';
import { appendBounded, type RecordedRequest } from './requests.mts';
import { Schedule } from './schedule.mts';
import { applySeed, type Seed } from './seed.mts';
import { createSettings, type SimulatorSettings } from './settings.mts';
import { type Label, Store } from './store.mts';
import { TokenRegistry } from './tokens.mts';
import { WeatherStation } from './weather.mts';

/** The simulated service without its network: all of its state, and pushing. */
export class Service {
	readonly settings: SimulatorSettings;
	readonly store: Store;
	readonly tokens: TokenRegistry;
	readonly rates: RateLimiter;
	readonly weather: WeatherStation;
	readonly events = new EventHub();
	readonly requests: RecordedRequest[] = [];
	readonly deliveries: Delivery[] = [];
	readonly tasks: PushTask[] = [];
	readonly labelChanges: LabelChange[] = [];
	private readonly given: Partial<SimulatorSettings>;
	private readonly startState: Seed;
	readonly schedule = new Schedule();
	private taskEndsMs: number[] = [];

	constructor(given: Partial<SimulatorSettings>, startState: Seed) {
		this.given = { ...given };
		this.startState = structuredClone(startState);
		this.settings = createSettings(this.given);
		this.store = new Store(this.settings);
		this.tokens = new TokenRegistry(this.settings);
		this.rates = new RateLimiter(this.settings);
		this.weather = new WeatherStation(() => this.settings.randomSeed);
		applySeed(this.store, this.startState);
	}

	/** Everything back to the start, settings included. Waits go on. */
	reset(): void {
		Object.assign(this.settings, createSettings(this.given));
		this.store.clear();
		applySeed(this.store, this.startState);
		this.tokens.clear();
		this.rates.clear();
		this.weather.clear();
		this.requests.length = 0;
		this.deliveries.length = 0;
		this.tasks.length = 0;
		this.labelChanges.length = 0;
		this.schedule.clear();
		this.taskEndsMs = [];
		this.events.emit('reset', null);
	}

	record(request: RecordedRequest): void {
		appendBounded(this.requests, request, this.settings.recordsKept);
	}

	/** Records what became of a label. */
	labelChanged(change: LabelChange): void {
		appendBounded(this.labelChanges, change, this.settings.recordsKept);
		this.events.emit('labelChanged', change);
	}

	deleteLabel({ name }: Label): void {
		this.store.labels.delete(name);
		this.labelChanged({ label: name, change: 'deleted', usernames: [] });
	}

	/** Pushes to one user and records what became of it. */
	push(userId: string, push: Push): Delivery[] {
		const user = this.store.findUser(userId);
		const deliveries = deliver(user?.id ?? userId, user, push);
		for (const delivery of deliveries) {
			appendBounded(this.deliveries, delivery, this.settings.recordsKept);
			this.events.emit('delivery', delivery);
		}
		return deliveries;
	}

	/**
	 * Starts a push task to users, at once or when its time comes, and gives its id. Deliveries of a
	 * task that starts at once are recorded before it returns. Throws the service's 403 when too many
	 * tasks are running.
	 */
	startTask(
		action: PushTask['action'],
		usernames: readonly string[],
		push: Omit<Push, 'taskId'>,
		startsAt?: number,
	): bigint {
		const nowMs = this.settings.now();
		this.taskEndsMs = this.taskEndsMs.filter((endMs) => endMs > nowMs);
		if (this.taskEndsMs.length >= TASKS_AT_ONCE) throw limitExceeded();

		const id = this.store.ids.next();
		const taskId = id.toString();
		const recipients = usernames.length;
		const task = { taskId, action, recipients, createdAt: nowMs };
		if (startsAt === undefined) {
			this.runTask(usernames, { ...push, taskId });
			this.recordTask(task);
		} else {
			const scheduled = { ...task, startsAt };
			const later = { ...push, taskId, at: startsAt };
			this.schedule.add({ task: scheduled, startsAt, usernames, push: later });
			this.recordTask(scheduled);
		}
		return id;
	}

	/**
	 * Delivers the scheduled pushes whose time has come. To be called before anyone looks: no timer
	 * runs here, as the clock may be a test's own.
	 */
	deliverDue(): void {
		if (this.schedule.waiting.length === 0) return;
		const due = this.schedule.takeDue(this.settings.now());
		for (const { usernames, push } of due) this.runTask(usernames, push);
	}

	private runTask(usernames: readonly string[], push: Push): void {
		this.taskEndsMs.push(push.at + this.settings.taskDurationMs);
		for (const username of usernames) this.push(username, push);
	}

	private recordTask(task: PushTask): void {
		appendBounded(this.tasks, task, this.settings.recordsKept);
		this.events.emit('task', task);
	}
}
