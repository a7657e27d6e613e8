import { afterEach, expect, it } from '@jest/globals';

import { findPrograms } from '../../tools/queue/cluster/programs.mts';

const { PATH } = process.env;

afterEach(() => {
	process.env.PATH = PATH;
});

it('says which packages to install where programs are missing', () => {
	process.env.PATH = '/nowhere';
	expect(findPrograms).toThrow(/on Debian, 'apt-get install .*redis-server util-linux' does it\./);
});
