import type { Simulator } from '../../../simulator/index.mts';
import type { Secrets } from '../../support/secretHunt.mts';

/** For the simulator: unlike its defaults, even a piece of these is told from other text. */
export const SECRET_SETTINGS = {
	appId: '970ca35de60c44645bbae8a215061b33',
	appCertificate: '5cfd2fd1755d40ecb72977518be15d3b',
	staticTokens: ['YWMtq7Zs9kVbEe2uT3n1Xo4LmgAAAYvR8cWdPfJhK0sQyUxBzCtGiMwOaEl5N6H'],
};

export function secretsOf({
	credentials,
	tokens,
}: Pick<Simulator, 'credentials' | 'tokens'>): Secrets {
	const { appToken, appCertificate } = credentials;
	return { appToken, appCertificate, sent: tokens.sent };
}
