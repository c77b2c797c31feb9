import pc from 'picocolors';
import type { Calendar } from '../domain/clocks/calendar.js';
import { type Instant, toMs } from '../domain/time.js';
import type { LedgerRow } from '../evidence/ledger.js';
import type { Mark } from './assessed.js';
import type { Names } from './lines.js';
import { lineOf } from './lines.js';
import { planDay } from './moment.js';
import type { Told } from './player.js';
import { Standing } from './standing.js';

const MARKS: Record<Mark, string> = { good: '✓', bad: '✗', note: '·', wait: '…' };

/** A sentence of the record with people by name; the record itself holds their ids only. */
const withNames = (text: string, names: Names): string =>
  text.replace(/[{]person:([^}]+)[}]/g, '$1').replace(/p-[a-z0-9]{16}/g, (id) => names[id] ?? id);

/** Tells a rehearsal day by day, a line for everything that matters. */
export class Story {
  #day = Number.NaN;
  readonly #standing = new Standing();
  #names: Names = {};

  constructor(
    private readonly startDate: string,
    private readonly calendar: Calendar,
    private readonly say: (line: string) => void,
  ) {}

  readonly tell = (told: Told): void => {
    if (told.kind === 'opened') return;
    this.#at(told.kind === 'ledger' ? told.row.at : told.at);
    if (told.kind === 'ledger') this.#ledger(told.row, told.names);
    else if (told.kind === 'acted') {
      const { by, what, notes, refused } = told.acted;
      const words =
        refused === undefined
          ? notes.filter((n) => !n.includes(' is met')).join(' ')
          : `${refused.code}: ${refused.message}`;
      this.say(
        `  ${pc.cyan(by.padEnd(20))} ${what}${words === '' ? '' : pc.dim(`  ${withNames(words, this.#names)}`)}${told.asExpected ? '' : pc.red('  NOT EXPECTED')}`,
      );
    } else if (told.kind === 'world') this.say(`  ${pc.magenta('the world'.padEnd(20))} ${JSON.stringify(told.act)}`);
    else
      this.say(
        `  ${told.verdict.met ? pc.green('  expected') : pc.red('  NOT MET ')} ${told.verdict.expected}${told.verdict.met ? '' : `, found: ${told.verdict.found}`}`,
      );
  };

  /** Says what is still to be said of the last day. */
  end(): void {
    this.#closeDay();
  }

  #ledger(row: LedgerRow, names: Names): void {
    this.#names = names;
    this.#standing.note(row.event);
    const line = lineOf(row.event, names, (task) => this.#standing.titleOf(task));
    if (line === undefined) return;
    const paint =
      line.mark === 'good' ? pc.green : line.mark === 'bad' ? pc.red : line.mark === 'wait' ? pc.yellow : pc.dim;
    this.say(`    ${paint(MARKS[line.mark])} ${withNames(line.text, names)}`);
  }

  #at(at: Instant): void {
    const day = planDay(this.startDate, this.calendar, at);
    if (day === this.#day) return;
    this.#closeDay();
    this.#day = day;
    const date = new Intl.DateTimeFormat('en-GB', {
      timeZone: this.calendar.timeZone,
      weekday: 'short',
      day: '2-digit',
      month: 'short',
      year: 'numeric',
    }).format(new Date(toMs(at)));
    this.say('');
    this.say(pc.bold(`Day ${day}  ${date}`));
  }

  #closeDay(): void {
    if (!Number.isNaN(this.#day)) this.say(this.#standing.line());
  }
}
