import type { CaseState } from '../../case/state.js';
import { say } from '../../say.js';
import { isThirdCountry } from '../data/jurisdiction.js';
import type { Register } from './entry.js';
import type { Pair } from './pair.js';
import { allowedPlaces } from './places.js';

/** Third countries to which the contract lets personal data go and where nobody and nothing of the case is. */
export function placePairs(state: CaseState, { places }: Register): Pair[] {
  const inhabited = places.map((p) => p.country);
  const empty = allowedPlaces(state).filter(
    ({ country }) => isThirdCountry(state.intake, country) && !inhabited.includes(country),
  );
  return [...new Set(empty.map((p) => p.country))].map((country) => ({
    said: say('register.nobody-there', { country }),
    answers: empty.flatMap((p) => (p.country === country ? [{ from: p.from, answer: p.answer }] : [])),
    holders: ['DP-2'],
  }));
}
