const CAUSES: readonly { pattern: RegExp; sentence: string }[] = [
	{
		pattern: /ENOSPC|no space left/i,
		sentence: 'the disk is full; make room for 3.5 GB and start this again.',
	},
	{
		pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT/,
		sentence:
			'the npm registry could not be reached; check the network and the proxy, and start this again.',
	},
	{
		pattern: /find Python|not found: (make|g\+\+|cc|python)|\bENOENT\b.*\bmake\b|C\+\+ compiler/i,
		sentence:
			'a C++ compiler, make and Python 3 are needed; on Debian, ' +
			'run apt-get install build-essential python3, and start this again.',
	},
	{
		pattern: /EACCES|EPERM/,
		sentence: 'files in the folder n8n may not be written; make them yours and start this again.',
	},
];
const LINES_SHOWN = 15;

/** One sentence on why a step of the set-up failed, and its last lines where that is unknown. */
export function explain(step: string, printed: string): string {
	const cause = CAUSES.find(({ pattern }) => pattern.test(printed));
	if (cause !== undefined) return `${step}: ${cause.sentence}`;
	const lastLines = printed.trim().split('\n').slice(-LINES_SHOWN).join('\n');
	return `${step}: this did not work, start it again; its last lines were:\n\n${lastLines}`;
}
