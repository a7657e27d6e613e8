import { inflateSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { buildAppToken } from '../../../credentials/accessToken.ts';
import { buildByAgora, readByAgora } from '../../support/agoraToken.mts';

/** From the unit tests of Agora's token builders, github.com/AgoraIO/Tools. */
const PARTS = {
	appId: '970CA35de60c44645bbae8a215061b33',
	appCertificate: '5CFd2fd1755d40ecb72977518be15d3b',
	issuedAtSeconds: 1111111,
	lifeSeconds: 600,
	salt: 1,
};
const PUBLISHED =
	'007eJxTYNDNaz3snC8huEfHWdz6s98qltq4zqy9fl99Uh0FDvy6F6DAYGlu4OxobJqSamaQbGJiZmKalJSYapFoZGhqYGaYZGzs/kWAIYKJgYGRAYRZGRgZmMB8BgYArfIYaw==';

const hex32 = fc.stringMatching(/^[0-9a-fA-F]{32}$/);
const anyParts = fc.record({
	appId: hex32,
	appCertificate: hex32,
	issuedAtSeconds: fc.integer({ min: 1, max: 0xffff_ffff }),
	lifeSeconds: fc.integer({ min: 0, max: 0xffff_ffff }),
	salt: fc.integer({ min: 1, max: 99_999_999 }),
});

const contentOf = (token: string) =>
	inflateSync(Buffer.from(token.slice('007'.length), 'base64')).toString('hex');

describe('buildAppToken', () => {
	it("holds the same as Agora's published token", () => {
		expect(contentOf(buildAppToken(PARTS))).toBe(contentOf(PUBLISHED));
	});

	it("holds the same as a token of Agora's own builder, whatever it is made from", () => {
		fc.assert(
			fc.property(anyParts, (parts) => {
				expect(contentOf(buildAppToken(parts))).toBe(contentOf(buildByAgora(parts)));
			}),
		);
	});

	it("is read by Agora's own reader: for service Chat and privilege app, signed", () => {
		fc.assert(
			fc.property(anyParts, ({ appCertificate, ...parts }) => {
				const token = buildAppToken({ appCertificate, ...parts });
				expect(readByAgora(token, appCertificate)).toEqual({
					...parts,
					services: [{ type: 5, privileges: { 2: parts.lifeSeconds }, userId: '' }],
					isSigned: true,
				});
			}),
		);
	});

	it('is not signed for another certificate', () => {
		const other = PARTS.appCertificate.replace('5', '6');
		expect(readByAgora(buildAppToken(PARTS), other)).toMatchObject({ isSigned: false });
	});

	it('begins with its version and can stand in a header', () => {
		fc.assert(
			fc.property(anyParts, (parts) => {
				expect(buildAppToken(parts)).toMatch(/^007[A-Za-z0-9+/]+={0,2}$/);
			}),
		);
	});

	it('is different each time, with a salt that Agora allows', () => {
		const { appId, appCertificate, issuedAtSeconds, lifeSeconds } = PARTS;
		const unsalted = { appId, appCertificate, issuedAtSeconds, lifeSeconds };
		const tokens = Array.from({ length: 20 }, () => buildAppToken(unsalted));
		expect(new Set(tokens).size).toBe(tokens.length);
		for (const token of tokens) {
			const salt = Number(readByAgora(token, appCertificate)?.salt);
			expect(salt).toBeGreaterThanOrEqual(1);
			expect(salt).toBeLessThanOrEqual(99_999_999);
		}
	});
});
