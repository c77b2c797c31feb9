import type { Command } from 'commander';
import { FACT_KINDS, type Story, type StoryEntry } from '../../contract/story.js';
import { lineText, MARK_SIGNS } from '../../presentation/facts/line.js';
import { dateText, timeText, zoneName } from '../../presentation/words/dates.js';
import { withNames } from '../../presentation/words/people.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { heading, paint, safe, show } from '../lib/print.js';
import { readStory } from '../lib/story.js';

type Options = {
  person?: string;
  control?: string;
  resource?: string;
  kind?: string;
  from?: string;
  to?: string;
  zone?: string;
};

/** `drawbridge case story`: what happened in a case, in words. */
export function addCaseStory(group: Command): void {
  const verb = group
    .command('story <case>')
    .description('tell what happened in a case, day by day')
    .option('--person <person>', 'only what this person did or what is about them: id or e-mail address')
    .option('--control <id>', 'only facts about this control, for example IP-2')
    .option('--resource <resource>', 'only facts about this repository, data set or model')
    .option('--kind <kind>', `only facts of this kind: ${FACT_KINDS.join(', ')}`)
    .option('--from <moment>', 'from this day of the client (YYYY-MM-DD) or instant on')
    .option('--to <moment>', 'up to this day, included, or before this instant')
    .option('--zone <zone>', "time zone to show, for example Europe/Berlin (default: the client's)")
    .action(async (caseId: string, _: unknown, command: Command) => {
      const { person, control, resource, kind, from, to, zone } = optionsOf<Options>(command);
      const work = await workOf(command, { caseId, reads: true });
      const told = await readStory(work, caseId, { person, control, resource, kind, from, to, zone });
      show(work.globals.json, told, () => inWords(told));
    });
  withExamples(
    verb,
    'case story CASE',
    'case story CASE --kind access --from 2026-09-14 --to 2026-09-18',
    'case story CASE --control IP-2',
  );
}

const PAINT = { good: paint.green, bad: paint.red, wait: paint.yellow, note: paint.dim };

function inWords({ entries, names, zone }: Omit<Story, 'nextAfterSeq'>): string {
  if (entries.length === 0) return 'No matching facts.';
  const line = (entry: StoryEntry): string => {
    const { at, by, role, mark } = entry;
    const told = withNames(lineText(entry), names);
    const who = role === 'system' ? '' : paint.dim(` (${safe(names[by] ?? by)}, ${role.replaceAll('-', ' ')})`);
    return `${timeText(at, zone)}  ${PAINT[mark](MARK_SIGNS[mark])} ${safe(told)}${who}`;
  };
  const lines = entries.flatMap((entry, i) => {
    const day = dateText(entry.at, zone);
    const before = entries[i - 1];
    return before !== undefined && dateText(before.at, zone) === day ? [line(entry)] : [heading(day), line(entry)];
  });
  return [`Times are those of ${zoneName(zone)}.`, ...lines].join('\n');
}
