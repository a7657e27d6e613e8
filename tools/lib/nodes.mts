import type { IConnections, INode } from 'n8n-workflow';

export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

/** Connects nodes one after the other. */
export function chain(...names: string[]): IConnections {
	return Object.fromEntries(
		names
			.slice(1)
			.map((name, index) => [
				names[index] ?? '',
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
}
