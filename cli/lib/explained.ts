import type { Explained, NamedExplanation } from '../../contract/explain.js';
import { lookText, reachText } from '../../presentation/words/explained.js';
import { causeText } from '../../presentation/words/headings.js';
import type { Names } from '../../presentation/words/people.js';
import { inProse } from './names.js';
import { heading, paint, safe, table } from './print.js';
import { stamp } from './times.js';

type Look = NonNullable<Explained['before']>;

const lookLine = (which: string, look: Look): string =>
  `  ${which} ${stamp(look.at)}: ${safe(lookText(look))} (no. ${look.seq})`;

function placeText(one: Explained, names: Names): string[] {
  const { resource, state, since, before, after, nobodyLooked, right, ended, grounds } = one;
  const said = state === 'present' ? paint.green(reachText(state)) : paint.bold(reachText(state));
  return [
    heading(safe(resource)),
    `  ${said}${since === undefined ? '' : `, since ${stamp(since)}`}`,
    ...(before === undefined ? [] : [lookLine('last look', before)]),
    ...(after === undefined ? [] : [lookLine('next look', after)]),
    ...(nobodyLooked === undefined
      ? []
      : [
          paint.dim(
            `  No look between ${stamp(nobodyLooked.from)} and ${nobodyLooked.until === undefined ? 'now' : stamp(nobodyLooked.until)} is on record; of those that found nothing new, only the last is kept.`,
          ),
        ]),
    ...(right === undefined
      ? ['  No grant was in force.']
      : [
          `  Granted (${safe(right.permission)}) since ${stamp(right.since)}${right.notAfter === undefined ? '' : `, at the latest until ${stamp(right.notAfter)}`} (no. ${right.seq})`,
        ]),
    ...(ended === undefined
      ? []
      : [
          `  Ended ${stamp(ended.at)}: ${safe(causeText(ended.cause))}. ${safe(inProse(ended.detail ?? '', names))} (no. ${ended.seq})`,
        ]),
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
