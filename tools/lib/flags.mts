import { parseArgs, type ParseArgsConfig } from 'node:util';

import { messageOf } from './main.mts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the flags of a command line.
 *
 * @param program how the user starts the program, for the sentence
 * @throws Error with one sentence for the user.
 */
export function parseFlags<Known extends Options>(
	program: string,
	commandArguments: string[],
	options: Known,
) {
	try {
		return parseArgs({ args: commandArguments, options }).values;
	} catch (error) {
		const [firstSentence = ''] = messageOf(error).split(/\.\s|\n/);
		throw new Error(`${firstSentence}; ${program} -- --help shows what there is.`);
	}
}
