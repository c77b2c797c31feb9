import pc from 'picocolors';
import type { Calendar } from '../domain/clocks/calendar.js';
import type { Instant } from '../domain/time.js';
import type { LedgerRow } from '../evidence/ledger.js';
import { lineText, MARK_SIGNS } from '../presentation/facts/line.js';
import { narrate } from '../presentation/facts/narrate.js';
import { tells } from '../presentation/facts/readers.js';
import { dateText } from '../presentation/words/dates.js';
import { type Names, withNames } from '../presentation/words/people.js';
import { DaySummary } from './daySummary.js';
import { planDay } from './moment.js';
import type { Told } from './player.js';

const PAINT = { good: pc.green, bad: pc.red, wait: pc.yellow, note: pc.dim };

/** Tells a rehearsal day by day, a line for everything that matters. */
export class Story {
  #day = Number.NaN;
  readonly #summary = new DaySummary();
  #names: Names = {};

  constructor(
    private readonly startDate: string,
    private readonly calendar: Calendar,
    private readonly say: (line: string) => void,
  ) {}

  readonly tell = (told: Told): void => {
    if (told.kind === 'opened') return;
    this.#at(told.kind === 'ledger' ? told.row.at : told.at);
    const beside = 'in' in told && told.in === 'beside' ? pc.dim('beside: ') : '';
    if (told.kind === 'ledger') this.#ledger(told.row, told.names, beside);
    else if (told.kind === 'acted') {
      const { by, what, notes, refused } = told.acted;
      const words =
        refused === undefined
          ? notes.filter((n) => !n.includes(' is met')).join(' ')
          : `${refused.code}: ${refused.message}`;
      this.say(
        `  ${pc.cyan(by.padEnd(20))} ${beside}${what}${words === '' ? '' : pc.dim(`  ${withNames(words, this.#names)}`)}${told.asExpected ? '' : pc.red('  NOT EXPECTED')}`,
      );
    } else if (told.kind === 'world') this.say(`  ${pc.magenta('the world'.padEnd(20))} ${JSON.stringify(told.act)}`);
    else
      this.say(
        `  ${told.verdict.met ? pc.green('  expected') : pc.red('  NOT MET ')} ${beside}${told.verdict.expected}${told.verdict.met ? '' : `, found: ${told.verdict.found}`}`,
      );
  };

  /** Says what is still to be said of the last day. */
  end(): void {
    this.#closeDay();
  }

  #ledger(row: LedgerRow, names: Names, beside: string): void {
    this.#names = { ...this.#names, ...names };
    if (beside === '') this.#summary.note(row.event);
    if (!tells('rehearsal', row.event)) return;
    const told = narrate(row.event, { zone: this.calendar.timeZone });
    this.say(`    ${PAINT[told.mark](MARK_SIGNS[told.mark])} ${beside}${withNames(lineText(told), names)}`);
  }

  #at(at: Instant): void {
    const day = planDay(this.startDate, this.calendar, at);
    if (day === this.#day) return;
    this.#closeDay();
    this.#day = day;
    this.say('');
    this.say(pc.bold(`Day ${day}  ${dateText(at, this.calendar.timeZone)}`));
  }

  #closeDay(): void {
    if (!Number.isNaN(this.#day)) this.say(this.#summary.line());
  }
}
