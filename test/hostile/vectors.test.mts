import { describe, expect, it } from '@jest/globals';

import { ANSWER_VECTORS } from './vectors/answers/index.mts';
import { APP_VECTORS } from './vectors/apps.mts';
import { ENTRY_VECTORS } from './vectors/entries.mts';
import { ECHO_VECTORS } from './vectors/echoes.mts';
import { HOST_VECTORS } from './vectors/hosts.mts';
import { JSON_VECTORS } from './vectors/jsonValues.mts';
import { LIST_VECTORS } from './vectors/lists.mts';
import { NAME_VECTORS } from './vectors/names.mts';
import { REDIRECT_VECTORS } from './vectors/redirects.mts';
import { TEXT_VECTORS } from './vectors/texts.mts';
import { URL_VECTORS } from './vectors/requestUrls.mts';
import { SCALAR_VECTORS } from './vectors/scalars.mts';

const TABLES: Record<string, { name: string }[]> = {
	names: NAME_VECTORS,
	hosts: HOST_VECTORS,
	urls: URL_VECTORS,
	apps: APP_VECTORS,
	json: JSON_VECTORS,
	lists: LIST_VECTORS,
	scalars: SCALAR_VECTORS,
	entries: ENTRY_VECTORS,
	texts: TEXT_VECTORS,
	answers: Object.values(ANSWER_VECTORS).flat(),
	redirects: REDIRECT_VECTORS,
	echoes: ECHO_VECTORS,
};

const LEAST_VECTORS = 300;

describe('the tables of hostile vectors', () => {
	it.each(Object.entries(TABLES))('name each vector of %s but once', (_theme, vectors) => {
		const names = vectors.map(({ name }) => name);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	it('hold enough of them, each name counted once however many places it is tried in', () => {
		expect(Object.values(TABLES).flat().length).toBeGreaterThanOrEqual(LEAST_VECTORS);
	});
});
