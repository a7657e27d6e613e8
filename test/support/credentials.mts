const APP = { host: 'a41.chat.agora.io', orgName: 'acme', appName: 'shop' };

/** As n8n decrypts it. App ID and certificate are those of Agora's published test vector. */
export const CERTIFICATE_CREDENTIAL = {
	...APP,
	authentication: 'appCertificate',
	appId: '970CA35de60c44645bbae8a215061b33',
	appCertificate: '5CFd2fd1755d40ecb72977518be15d3b',
};

export const TOKEN_CREDENTIAL = {
	...APP,
	authentication: 'appToken',
	appToken: '007eJxTYFBUP3PF9ocvp9ChQ4cOHT6',
};
