/** A piece of a step; exactly one of the three is not empty. */
export type Piece = { text: string; command: string; href: string };

const MARKS = /`([^`\n]+)`|(?<![^\s(])<(\/[^<>\s]*)>|(https?:\/\/[^\s<>"'`]+)/g;

/**
 * Takes a step apart into text, commands to copy, and links.
 *
 * Only what the step itself says becomes a link: names are put in by `fill` afterwards, into text alone, since a name
 * is whatever somebody typed. A command keeps the id of a person, which is what a command takes.
 */
export function takeApart(step: string, baseUrl: string, fill: (text: string) => string): Piece[] {
  if (/^drawbridge\s/.test(step)) return [command(step)];
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of step.matchAll(MARKS)) {
    const [whole, typed, path, address] = match;
    if (match.index > at) pieces.push(plain(fill(step.slice(at, match.index))));
    at = match.index + whole.length;
    if (typed !== undefined) pieces.push(command(typed));
    else if (path !== undefined) pieces.push(underBase(path, baseUrl));
    else if (address !== undefined) {
      const ending = /[.,;:!?)\]]*$/.exec(address)?.[0] ?? '';
      pieces.push(link(address.slice(0, address.length - ending.length)));
      if (ending) pieces.push(plain(ending));
    }
  }
  if (at < step.length) pieces.push(plain(fill(step.slice(at))));
  return pieces;
}

const plain = (text: string): Piece => ({ text, command: '', href: '' });
const command = (line: string): Piece => ({
  text: '',
  command: line.replace(/\{person:([^{}\s]+)\}/g, '$1').trim(),
  href: '',
});
const link = (href: string): Piece => ({ text: '', command: '', href });

/* `//host/path` would name another host. */
function underBase(path: string, baseUrl: string): Piece {
  const base = baseUrl.replace(/\/+$/, '');
  return link(`${base}/${path.replace(/^[/\\]+/, '')}`);
}
