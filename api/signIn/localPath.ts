import { Problem } from '../problems.js';

/** A place that is none: where it leads depends on what one takes it for. */
const BASE = 'https://drawbridge.invalid';

/** A path of our own, as it was asked for; whatever could lead elsewhere is refused. Throws `Malformed`. */
export function localPath(to: string): string {
  const fine = /^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') && URL.canParse(to, BASE);
  const url = fine ? new URL(to, BASE) : undefined;
  // What is there after dots were resolved, too.
  if (url === undefined || url.origin !== BASE || url.pathname.startsWith('//'))
    throw new Problem('Malformed', '`to` must be a path of this address, such as /cases.');
  return `${url.pathname}${url.search}${url.hash}`;
}
