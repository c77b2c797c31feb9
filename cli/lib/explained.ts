import type { Explained, NamedExplanation } from '../../contract/explain.js';
import type { Names } from '../../presentation/words/people.js';
import { inProse } from './names.js';
import { heading, paint, safe, table } from './print.js';
import { stamp } from './times.js';

const STATE: Record<Explained['state'], string> = {
  present: 'could reach it',
  invited: 'was invited and could not reach it yet',
  absent: 'could not reach it',
  unseen: 'nobody saw whether they could: it changed between two looks',
  others: 'only by grants of other cases',
  'never-seen': 'nobody had looked yet',
};

type Look = NonNullable<Explained['before']>;

const lookText = (which: string, { seen, permission, at, seq, ways = [] }: Look): string => {
  const by = ways.map((way) => (way.through === undefined ? way.by : `${way.by} ${way.through}`)).join(', ');
  return `  ${which} ${stamp(at)}: ${[seen, permission, by].filter(Boolean).join(', ')} (no. ${seq})`;
};

function placeText(one: Explained, names: Names): string[] {
  const { resource, state, since, before, after, nobodyLooked, right, ended, grounds } = one;
  const said = state === 'present' ? paint.green(STATE[state]) : paint.bold(STATE[state]);
  return [
    heading(safe(resource)),
    `  ${said}${since === undefined ? '' : `, since ${stamp(since)}`}`,
    ...(before === undefined ? [] : [lookText('last look', before)]),
    ...(after === undefined ? [] : [lookText('next look', after)]),
    ...(nobodyLooked === undefined
      ? []
      : [
          paint.dim(
            `  Between ${stamp(nobodyLooked.from)} and ${nobodyLooked.until === undefined ? 'now' : stamp(nobodyLooked.until)} nobody looked.`,
          ),
        ]),
    ...(right === undefined
      ? ['  No grant was in force.']
      : [
          `  Granted (${safe(right.permission)}) since ${stamp(right.since)}${right.notAfter === undefined ? '' : `, at the latest until ${stamp(right.notAfter)}`}`,
        ]),
    ...(ended === undefined
      ? []
      : [`  Ended ${stamp(ended.at)}: ${safe(ended.cause)}. ${safe(inProse(ended.detail ?? '', names))}`]),
    ...grounds.flatMap(({ title, entries }) => [
      `  ${paint.bold(safe(inProse(title, names)))}`,
      ...(entries.length === 0
        ? ['    established before this case, or by time alone']
        : [
            table(
              ['ENTRY', 'AT', 'BY', 'WHAT'],
              entries.map((e) => [e.seq, stamp(e.at), names[e.by] ?? e.by, inProse(e.text, names)]),
            ),
          ]),
    ]),
  ];
}

/** What somebody could reach at an instant, to read. */
export function explainedInWords({ person, at, places, names }: NamedExplanation): string {
  const name = safe(names[person] ?? person);
  if (places.length === 0) return `${name} never had access in this case.`;
  return [paint.bold(`${name} at ${stamp(at)}`), ...places.flatMap((one) => placeText(one, names))].join('\n');
}
