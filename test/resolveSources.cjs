const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Finds `./x.js`, as our sources import each other, as `./x.ts`; anything else as jest does.
 *
 * Jest keeps what a resolver answers for all files of a worker, and asks for what `moduleNameMapper` maps once more in each.
 */
module.exports = (path, options) => {
  const isOurs = path.startsWith('.') && path.endsWith('.js') && !options.basedir.includes('/node_modules/');
  const source = isOurs ? join(options.basedir, `${path.slice(0, -'.js'.length)}.ts`) : undefined;
  return source !== undefined && existsSync(source) ? source : options.defaultResolver(path, options);
};
