import type { WorkflowFile } from '../engine/types.mts';
import type { StoredCredential } from './client/index.mts';

/**
 * A copy of the workflow with the given credentials chosen in each node that asks for one of their
 * kind. Kinds that are not there, like those of Google, are left for the user to choose.
 */
export function withCredentials(
	workflow: WorkflowFile,
	credentials: readonly StoredCredential[],
): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		const types = Object.keys(node.credentials ?? {});
		const chosen = credentials.filter(({ type }) => types.includes(type));
		return {
			...node,
			credentials: Object.fromEntries(chosen.map(({ id, name, type }) => [type, { id, name }])),
		};
	});
	return { ...workflow, nodes };
}
