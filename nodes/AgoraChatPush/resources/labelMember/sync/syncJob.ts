import type { Job } from '../../../planning/job';
import type { SyncRules } from './request';

/** A change of a label, or what is known of it without one. */
export type SyncJob = Job<SyncPayload>;

export interface SyncPayload {
	label: string;
	rules: SyncRules;
	step: SyncStep;
}

type SyncStep =
	| { kind: 'create' | 'add' | 'remove' | 'blocked' }
	/** The users for whom nothing changes, and the jobs for the others, for the label's summary. */
	| { kind: 'keep'; unchanged: number; changes: SyncJob[] };
