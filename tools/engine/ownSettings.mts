import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n keeps settings in the user's home folder and would make them there when it is loaded. */
const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.once('exit', () => {
	rmSync(folder, { recursive: true, force: true });
});
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-this-run';
process.env.N8N_DIAGNOSTICS_ENABLED ??= 'false';
