/** IDs of the executions that a worker of n8n took, in that order; it logs them at level `info`. */
export function executionsIn(log: string): string[] {
	return Array.from(log.matchAll(/Worker started execution (\d+) /g), ([, id = '']) => id);
}
