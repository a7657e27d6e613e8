import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { packPackage } from '../../scan/packedPackage.mts';
import { measureLoading } from '../measuring/loading.mts';
import { NODE_FILES, NODES_BASE } from '../n8n/nodesBaseFiles.mts';
import { MEGABYTE, ratio, rounded, type Benchmark } from '../report/benchmark.mts';

const OWN_FILE = join('dist', 'nodes', 'AgoraChatPush', 'AgoraChatPush.node.js');
const KILOBYTE = 1000;

/** What the package costs before it does anything. */
export const size: Benchmark = {
	title: 'Loading and size',
	async run({ packageRoot, progress }) {
		progress('Loading');
		const own = await measureLoading(resolve(packageRoot, OWN_FILE));
		const other = await measureLoading(join(NODES_BASE, NODE_FILES.httpRequest));
		progress('Packing');
		const { packedKilobytes, unpackedKilobytes } = await packedSize(packageRoot);
		return {
			rows: [
				{
					what: 'loading the node, ms',
					'this package': rounded(own.ms),
					'compared with': "n8n's HTTP Request node",
					other: rounded(other.ms),
					ratio: ratio(own.ms, other.ms),
				},
				{
					what: 'memory for it, MB',
					'this package': rounded(own.bytes / MEGABYTE),
					'compared with': "n8n's HTTP Request node",
					other: rounded(other.bytes / MEGABYTE),
					ratio: ratio(own.bytes, other.bytes),
				},
				{
					what: 'tarball, kB',
					'this package': rounded(packedKilobytes),
					'compared with': 'its files, unpacked',
					other: rounded(unpackedKilobytes),
					ratio: ratio(packedKilobytes, unpackedKilobytes),
				},
			],
			targets: [],
		};
	},
};

/** The tarball that `npm publish` would make. */
async function packedSize(packageRoot: string) {
	const workingFolder = process.cwd();
	process.chdir(packageRoot);
	const packed = packPackage();
	process.chdir(workingFolder);
	try {
		const entries = await readdir(packed.folder, { recursive: true, withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile());
		const sizes = await Promise.all(
			files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
		);
		const unpackedBytes = sizes.reduce((sum, one) => sum + one, 0);
		return {
			packedKilobytes: packed.bytes / KILOBYTE,
			unpackedKilobytes: unpackedBytes / KILOBYTE,
		};
	} finally {
		packed.remove();
	}
}
