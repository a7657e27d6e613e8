/** First, because n8n reads its settings when it is loaded. */
import './ownSettings.mts';

export { loadEngine } from './engine.mts';
export type { Engine, FurtherParts, RunOptions, WorkflowFile, WorkflowRun } from './types.mts';
export type { LogLine } from './log.mts';
