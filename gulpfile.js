const { rm } = require('node:fs/promises');
const { dest, src } = require('gulp');

/** Empties dist/, so that nothing deleted from the sources is ever published. */
const clean = () => rm('dist', { recursive: true, force: true });

/** Puts what tsc leaves behind, the codex file, the output schemas and the icons, beside the compiled node. */
const assets = () => src('nodes/**/*.{json,svg}', { encoding: false }).pipe(dest('dist/nodes'));

module.exports = { clean, assets };
