import { type Delivery, deliver, type Push } from './delivery.mts';
import { EventHub, type LabelChange, type PushTask } from './events.mts';
import { limitExceeded } from './errors.mts';
import { TASKS_AT_ONCE } from './limits.mts';
import { RateLimiter } from './rates.mts';
import { appendBounded, type RecordedRequest } from './requests.mts';
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
	private taskEndsMs: number[] = [];

	constructor(given: Partial<SimulatorSettings>) {
		this.given = { ...given };
		this.settings = createSettings(this.given);
		this.store = new Store(this.settings);
		this.tokens = new TokenRegistry(this.settings);
		this.rates = new RateLimiter(this.settings);
		this.weather = new WeatherStation(() => this.settings.randomSeed);
	}

	/** Everything back to the beginning, settings included. Waits go on. */
	reset(): void {
		Object.assign(this.settings, createSettings(this.given));
		this.store.clear();
		this.tokens.clear();
		this.rates.clear();
		this.weather.clear();
		this.requests.length = 0;
		this.deliveries.length = 0;
		this.tasks.length = 0;
		this.labelChanges.length = 0;
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
	 * Starts a push task to users, whose deliveries are recorded before it returns, and gives its
	 * id. Throws the service's 403 when too many tasks are running.
	 */
	startTask(
		action: PushTask['action'],
		usernames: readonly string[],
		push: Omit<Push, 'taskId'>,
	): bigint {
		const nowMs = this.settings.now();
		this.taskEndsMs = this.taskEndsMs.filter((endMs) => endMs > nowMs);
		if (this.taskEndsMs.length >= TASKS_AT_ONCE) throw limitExceeded();
		this.taskEndsMs.push(nowMs + this.settings.taskDurationMs);

		const id = this.store.ids.next();
		const taskId = id.toString();
		for (const username of usernames) this.push(username, { ...push, taskId });
		const recipients = usernames.length;
		const task = { taskId, action, recipients, createdAt: nowMs };
		appendBounded(this.tasks, task, this.settings.recordsKept);
		this.events.emit('task', task);
		return id;
	}
}
