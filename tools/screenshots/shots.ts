import type { Guests } from '../browser/guests.js';
import type { House } from '../browser/house/house.js';
import type { Screen, ScreenState } from '../browser/screens.js';
import { overflowOf, show } from '../browser/show.js';
import type { Scheme, Size, Visit } from '../browser/visit.js';

/** One picture: a screen in a state, on a desk or a phone, light or dark. */
export type Shot = { name: string; screen: Screen; state: ScreenState; size: Size; scheme: Scheme };

const SCHEMES: Scheme[] = ['light', 'dark'];
const SEATS: Size[] = ['desk', 'phone'];

/** All pictures of these screens. */
export const shotsOf = (screens: readonly Screen[]): Shot[] =>
  screens.flatMap((screen) =>
    screen.states.flatMap((state) =>
      SEATS.flatMap((size) =>
        SCHEMES.map((scheme) => ({ name: `${screen.name}.${state}.${size}.${scheme}`, screen, state, size, scheme })),
      ),
    ),
  );

/** Whether a picture is taken where no case was ever opened; what belongs to a case is empty in one that was just opened. */
export const isBare = ({ screen, state }: Shot): boolean => state === 'empty' && !screen.path.includes('{');

/** Takes a picture; answers what is wrong with the page, one line each. */
export async function shoot(guests: Guests, house: House, shot: Shot, file: string): Promise<string[]> {
  const { screen, state, size, scheme } = shot;
  let visit: Visit | undefined;
  try {
    visit = await guests.open(screen.as, { size, scheme });
    if ((await show(visit, house, screen, state)) === undefined) return ['There is no such task.'];
    await visit.page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    const wide = await overflowOf(visit.page);
    // That a refused request is told on the console is what was asked for.
    const faults = state === 'error' ? [] : visit.faults();
    return [
      ...(wide > 0 ? [`${wide} px wider than its window`] : []),
      ...faults.map(({ kind, what }) => `${kind}: ${what}`),
    ];
  } catch (error) {
    await visit?.page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
    return [`not shown: ${String(error).split('\n')[0]}`];
  } finally {
    await visit?.close();
  }
}
