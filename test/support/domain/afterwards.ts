import { controlBlock, edited } from '../policy/policyText.js';
import type { Act } from './acts.js';
import type { Book } from './book.js';
import { fragment } from './fragments.js';
import { atWork } from './wayToWork.js';

/** Whoever joins is asked for all that Ada was asked for. */
export const joins = (id: string): Act[] => fragment('person-ada.yaml', (text) => text.replaceAll(/\bada\b/g, id));

/** A policy with other numbers. */
const withNumbers = (text: string, numbers: Record<string, number>): string =>
  Object.entries(numbers).reduce((so, [name, value]) => {
    const changed = so.replace(new RegExp(`(\\b${name}: \\{ value: )\\d+`), `$1${value}`);
    if (changed === so) throw new Error(`The policy has no ${name}.`);
    return changed;
  }, text);

/** Terms of RP-1 that end within the days of a test, and no AR-1. */
const REPLACED = withNumbers(edited(controlBlock('AR-1'), ''), { overlapMaxDays: 10, creditMaxPercent: 5 });
/** The same terms, and rounds of AR-1 that come within days. */
const RECERTIFIED = withNumbers(edited(/^name: .+$/m, 'name: recertified'), {
  overlapMaxDays: 10,
  creditMaxPercent: 5,
  intervalDays: 5,
  answerDays: 3,
});

/** A small team at work under RP-1, and under AR-1 where it is asked for. */
export const afterDay30 = (recertified = false): Book => atWork(recertified ? RECERTIFIED : REPLACED);
