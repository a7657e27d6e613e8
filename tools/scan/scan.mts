/**
 * Runs n8n's verification scan offline, on this repository and on the tarball that npm would
 * publish. Needs `npm run build` before. Exits with 1 when anything is found, warnings included.
 */
import { findViolations } from './communityScan.mts';
import { packPackage } from './packedPackage.mts';

const packed = packPackage();
try {
	const isClean = [
		await report('source', process.cwd()),
		await report('tarball', packed.folder),
	].every(Boolean);
	process.exitCode = isClean ? 0 : 1;
} finally {
	packed.remove();
}

async function report(holds: 'source' | 'tarball', folder: string): Promise<boolean> {
	const violations = await findViolations({ folder, holds });
	console.log(violations === '' ? `${holds}: passed` : `${holds}: failed\n${violations}`);
	return violations === '';
}
