import { createContext, runInContext } from 'node:vm';

import { asObject } from '../../lib/json.mts';

/** Runs the code of Code nodes for the process that started it, and ends with that process. */
process.on('message', (task) => {
	const { code, items } = asObject(task);
	const context = createContext({
		$input: { all: () => items },
		items,
		resolve: (result: unknown) => process.send?.({ result }),
		reject: (error: unknown) => process.send?.({ error: String(error) }),
	});
	runInContext(`(async () => {\n${String(code)}\n})().then(resolve, reject)`, context);
});
process.send?.('ready');
