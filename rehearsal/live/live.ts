import type { Rehearsal } from '../../contract/rehearsal.js';
import { instantOf, plusDays } from '../../domain/clocks/businessTime.js';
import type { Calendar } from '../../domain/clocks/calendar.js';
import { DAY_MS, fromMs, type Instant, toMs } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';
import type { Loaded } from '../load.js';
import { planDay } from '../moment.js';
import type { Player, Told } from '../player.js';
import { peopleOf } from './people.js';

/** Minute of the day at which "next day" arrives: when people sit down. */
const MORNING = 9 * 60;
/** What was told last, so many lines. */
const TOLD_MAX = 12;
/** So that a step ends after the deadline that it was made for, milliseconds. */
const PAST_MS = 1_000;

/** A rehearsal that people live through: they act in the console, and let time pass here. */
export class LiveRehearsal {
  readonly #told: string[] = [];

  constructor(
    private readonly player: Player,
    private readonly loaded: Loaded,
    private readonly calendar: Calendar,
    private readonly store: Store,
  ) {}

  /** What the scenario did, a line each; the latest last. */
  readonly hear = (told: Told): void => {
    const line = lineOf(told);
    if (line === undefined) return;
    this.#told.push(line);
    if (this.#told.length > TOLD_MAX) this.#told.shift();
  };

  get caseId(): string {
    return this.player.caseId;
  }

  async state(): Promise<Rehearsal> {
    const time = await this.player.time();
    const next = this.player.nextStep;
    return {
      caseId: this.player.caseId,
      title: this.loaded.scenario.title,
      zone: this.calendar.timeZone,
      people: await this.#people(),
      told: [...this.#told],
      ended: time === undefined,
      ...(time !== undefined && {
        now: time.now,
        day: planDay(this.loaded.caseFile.startDate, this.calendar, time.now),
      }),
      ...(time?.nextDeadline !== undefined && { nextEvent: time.nextDeadline }),
      ...(next !== undefined && { nextStep: { at: next.at, what: whatOf(next.step) } }),
    };
  }

  async #people(): Promise<Rehearsal['people']> {
    const found = await this.store.cases.get(this.player.caseId);
    return found === undefined ? [] : peopleOf(this.store, found.state);
  }

  /** Lets time pass to whatever is due next. */
  async nextEvent(): Promise<void> {
    const time = await this.player.time();
    if (time?.nextDeadline === undefined) return;
    await this.player.passTo(fromMs(toMs(time.nextDeadline) + PAST_MS));
  }

  /** Lets time pass to the next morning of the client. */
  async nextDay(): Promise<void> {
    const time = await this.player.time();
    if (time !== undefined) await this.player.passTo(this.#morningAfter(time.now));
  }

  /** Plays the next step of the scenario; time passes up to it. */
  async play(): Promise<void> {
    if ((await this.player.time()) !== undefined) await this.player.playNext();
  }

  #morningAfter(now: Instant): Instant {
    const today = fromMs(toMs(now) - DAY_MS).slice(0, 10);
    const mornings = [0, 1, 2, 3].map((days) => instantOf(this.calendar, plusDays(today, days), MORNING));
    return mornings.find((morning) => toMs(morning) > toMs(now)) ?? fromMs(toMs(now) + DAY_MS);
  }
}

function lineOf(told: Told): string | undefined {
  if (told.kind === 'acted') {
    const { by, what, refused } = told.acted;
    return refused === undefined ? `${by}: ${what}` : `${by}: ${what} was refused (${refused.message})`;
  }
  return told.kind === 'world' ? `The world: ${Object.keys(told.act).join(', ')}` : undefined;
}

/** A step in a few words, for a button. */
function whatOf(step: NonNullable<Player['nextStep']>['step']): string {
  if ('do' in step)
    return `${step.as}: ${(Array.isArray(step.do) ? step.do : [step.do]).flatMap(Object.keys).join(', ')}`;
  if ('paper' in step) return `${step.as}: ${step.paper.paper}`;
  return 'world' in step ? 'something happens outside' : 'a look at the case';
}
