/** How many letters have to be put in, left out, changed or swapped with the next one to make the other word. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [above, before] = [rows[i - 1] ?? [], rows[i - 2] ?? []];
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? i + j) + 1 : i + j;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? a.length;
}

/** Words longer than this are no slip of any name here. */
const LONGEST = 60;

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The name that somebody most likely meant: at most a third of its letters are other ones. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const meant = plain(word.slice(0, LONGEST));
  const ranked = names
    .map((name) => ({ name, far: distance(meant, plain(name)), length: plain(name).length }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.length / 3)) ? best.name : undefined;
}
