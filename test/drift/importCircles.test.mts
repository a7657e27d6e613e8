import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const FILES = ['credentials', 'nodes']
	.flatMap((folder) =>
		readdirSync(folder, { encoding: 'utf8', recursive: true }).map((name) => join(folder, name)),
	)
	.filter((name) => name.endsWith('.ts'));

/** What each file imports from the others, types included. */
const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
	const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
	return importedFiles.flatMap(({ fileName }) => {
		const path = join(dirname(file), fileName);
		return [`${path}.ts`, join(path, 'index.ts')].filter((name) => FILES.includes(name));
	});
}

/** The shortest way from a file back to itself; undefined when there is none. */
function circleThrough(file: string): string[] | undefined {
	const ways = [[file]];
	const seen = new Set<string>();
	for (const way of ways) {
		for (const next of IMPORTS.get(way.at(-1) ?? file) ?? []) {
			if (next === file) return [...way, next];
			if (!seen.has(next)) ways.push([...way, next]);
			seen.add(next);
		}
	}
	return undefined;
}

describe('the files that ship', () => {
	it('are all read, with what they import', () => {
		const imports = IMPORTS.get('nodes/AgoraChatPush/AgoraChatPush.node.ts');
		expect(imports).toContain('nodes/AgoraChatPush/resources/index.ts');
	});

	it('import each other in one direction only', () => {
		expect(FILES.flatMap((file) => circleThrough(file)?.join(' → ') ?? [])).toEqual([]);
	});
});
