/** n8n's logger then takes lines of every level, which tests can collect, and prints none. */
process.env.N8N_LOG_LEVEL ??= 'silent';
