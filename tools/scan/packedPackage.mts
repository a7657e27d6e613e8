import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isObject } from '../lib/json.mts';

export interface PackedPackage {
	/** Folder with the files as npm would install them. */
	folder: string;
	/** Size of the tarball. */
	bytes: number;
	/** Removes the folder. */
	remove(): void;
}

/** Packs the package of the working directory as `npm publish` would, and unpacks the tarball. */
export function packPackage(): PackedPackage {
	const temporary = mkdtempSync(join(tmpdir(), 'packed-package-'));
	const remove = (): void => {
		rmSync(temporary, { recursive: true, force: true });
	};
	try {
		const { filename, size } = npmPack(temporary);
		const unpacked = join(temporary, 'unpacked');
		mkdirSync(unpacked);
		execFileSync('tar', ['-xzf', join(temporary, filename), '-C', unpacked]);
		return { folder: join(unpacked, 'package'), bytes: size, remove };
	} catch (error) {
		remove();
		throw error;
	}
}

function npmPack(destination: string): { filename: string; size: number } {
	const written = execFileSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', destination],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
	);
	const report: unknown = JSON.parse(written);
	const packed: unknown = Array.isArray(report) ? report[0] : undefined;
	if (!isPacked(packed)) throw new Error(`npm pack reports something unexpected: ${written}`);
	return packed;
}

function isPacked(value: unknown): value is { filename: string; size: number } {
	return isObject(value) && typeof value.filename === 'string' && typeof value.size === 'number';
}
