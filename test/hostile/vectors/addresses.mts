import { inField, type ValueVector } from './values.mts';

const NO_ADDRESS = /'(Click|Tap Action) URL' in .+ is '.+', which does not begin like an address/;

const ADDRESSES: [collection: string, key: string, within: (url: string) => object][] = [
	['messageOptions', 'clickActionUrl', (url) => ({ config: { clickAction: { url } } })],
	['agoraOptions', 'operationOpenUrl', (openUrl) => ({ agora: { operation: { openUrl } } })],
];

export const ADDRESS_VECTORS = ADDRESSES.flatMap(([collection, key, within]) => {
	const address = (url: string, gives: 'arrives' | RegExp): ValueVector =>
		inField(collection, key, [
			url,
			url,
			gives instanceof RegExp ? gives : { message: within(url) },
		]);
	return [
		address('shop.example.com', NO_ADDRESS),
		address('//shop.example.com', NO_ADDRESS),
		address('/shop', NO_ADDRESS),
		address('localhost:3000', NO_ADDRESS),
		address('shop.example.com:443/x', NO_ADDRESS),
		address('https://shop.example.com', 'arrives'),
		address('HTTPS://shop.example.com', 'arrives'),
		address('myapp://shop', 'arrives'),
		address('mailto:anna@example.com', 'arrives'),
		address('tel:112', 'arrives'),
	];
});
