import type { INodeExecutionData } from 'n8n-workflow';

import type { Simulator } from '../../simulator/index.mts';
import type { NodeOutcome } from '../support/nodeRun.mts';
import type { NumberedRow, Situation } from './situations/situation.mts';

type Records = Pick<Simulator, 'requests' | 'deliveries' | 'tasks' | 'labelChanges'>;

/** All that is left of a run: what the node said, and what the simulator recorded. */
export interface Evidence extends Records {
	situation: Situation;
	goodRows: NumberedRow[];
	badRows: NumberedRow[];
	/** All output items, and which output they came out of. */
	items: { item: INodeExecutionData; output: 0 | 1 }[];
	error: NodeOutcome['error'];
	/** Who was in the label when the run had ended; empty when there was no such label. */
	membersAfter(label: string): string[];
}
