import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { serviceOrigin } from '../../../credentials/serviceAddress.ts';
import { errorOf } from '../../support/userError.mts';

describe('serviceOrigin', () => {
	it.each([
		['a41.chat.agora.io', 'https://a41.chat.agora.io'],
		['  A41.Chat.Agora.IO \n', 'https://a41.chat.agora.io'],
		['https://a41.chat.agora.io', 'https://a41.chat.agora.io'],
		['HTTPS://a41.chat.agora.io/', 'https://a41.chat.agora.io'],
		['a41.chat.agora.io:443', 'https://a41.chat.agora.io'],
		['a41.chat.agora.io:8443', 'https://a41.chat.agora.io:8443'],
		['a41.chat.agora.io.', 'https://a41.chat.agora.io.'],
		['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
		['https://192.0.2.1', 'https://192.0.2.1'],
		['agora.例え.jp', 'https://agora.xn--r8jz45g.jp'],
		['localhost:8443', 'https://localhost:8443'],
	])('reads %j as %s', (host, origin) => {
		expect(serviceOrigin(host)).toBe(origin);
	});

	it.each([
		['http://localhost:8080', 'http://localhost:8080'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['http://127.255.0.9', 'http://127.255.0.9'],
		['http://[::1]:3000', 'http://[::1]:3000'],
		['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
		['http://host.docker.internal:8080', 'http://host.docker.internal:8080'],
		['http://simulator:8080/', 'http://simulator:8080'],
	])('takes plain http on this machine: %j', (host, origin) => {
		expect(serviceOrigin(host)).toBe(origin);
	});
});

describe('serviceOrigin, of plain http to elsewhere', () => {
	it.each([
		'http://a41.chat.agora.io',
		'HTTP://a41.chat.agora.io:8080',
		'http://localhost.',
		'http://simulator.',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'http://host.docker.internal.example.com',
		'http://example.com.',
		'http://192.168.0.1',
		'http://0.0.0.0',
		'http://[2001:db8::1]',
		'http://[::ffff:192.0.2.1]',
		'http://localhost。example',
		'http://ｅｘａｍｐｌｅ．ｃｏｍ',
	])('refuses %j', (host) => {
		const { message, description } = errorOf(() => serviceOrigin(host));
		expect(message).toMatch(/^'Host' asks for plain http to /);
		expect(description).toMatch(/nothing was sent.*Leave out http:\/\/ to use https/);
	});
});

describe('serviceOrigin, of what is no host', () => {
	it.each([
		['', 'is empty'],
		[' \t', 'is empty'],
		['a41.chat agora.io', 'is not a host name'],
		['https://', 'is not a host name'],
		['a41.chat.agora.io:99999', 'is not a host name'],
		['[::1', 'is not a host name'],
		['256.256.256.256', 'is not a host name'],
		['a41.chat.agora.io/org', 'holds more than a host name'],
		['https://a41.chat.agora.io/org/app', 'holds more than a host name'],
		['a41.chat.agora.io?x=1', 'holds more than a host name'],
		['a41.chat.agora.io#x', 'holds more than a host name'],
		['a41.chat.agora.io\\org', 'holds more than a host name'],
		['ftp://a41.chat.agora.io', 'begins with ftp://'],
		['ws://a41.chat.agora.io', 'begins with ws://'],
		['file:///etc/passwd', 'begins with file://'],
		['javascript://a41.chat.agora.io', 'begins with javascript://'],
	])('refuses %j', (host, said) => {
		const { message, description } = errorOf(() => serviceOrigin(host));
		expect(message).toContain(`'Host' ${said}`);
		expect(description).toMatch(/Copy the host from the Agora console.*a41\.chat\.agora\.io/);
	});

	it.each([
		'41434878',
		'https://41434878',
		'41434878:443',
		'0',
		'12.34',
		'0x7f.1',
		'0177.0.0.1',
		'http://2130706433',
		'http://3221225985',
		'http://0300.0.2.1',
		'http://0x7f.1',
	])('refuses a number, which would be the address of some machine: %j', (host) => {
		const { message, description } = errorOf(() => serviceOrigin(host));
		expect(message).toMatch(/^'Host' is a number, not a host name: /);
		expect(description).toMatch(/^Is it the Org Name\? Copy the host from the Agora console/);
	});

	it.each([
		'https://anna:s3cret@a41.chat.agora.io',
		'anna:s3cret@a41.chat.agora.io',
		'http://s3cret@localhost',
		'https://:s3cret@a41.chat.agora.io',
		'https://anna:s3cret@a41.chat agora.io',
		'https://a41.chat.agora.io:s3cret@evil.example',
		'https://anna:s3cret@a41.chat.agora.io/path',
		'ftp://anna:s3cret@a41.chat.agora.io',
	])('refuses a login and does not show it: %j', (host) => {
		const { message, description } = errorOf(() => serviceOrigin(host));
		expect(message + description).not.toContain('s3cret');
	});

	it('gives an origin that is an origin, or refuses, whatever it is given', () => {
		const part = fc.constantFrom(
			'http:',
			'https:',
			'/',
			'//',
			'@',
			':',
			'.',
			'\\',
			'a',
			'1',
			'%',
			'[',
		);
		const anyHost = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(anyHost, (host) => {
				const outcome = originOrRefusal(host);
				expect(outcome).toMatch(/^(https?:\/\/[^/@\\?#]+|'Host' .+)$/);
			}),
			{ numRuns: 2000 },
		);
	});
});

function originOrRefusal(host: string): string {
	try {
		return serviceOrigin(host);
	} catch {
		return errorOf(() => serviceOrigin(host)).message;
	}
}
