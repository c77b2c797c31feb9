import type { Command } from 'commander';
import { placePage, placesPage } from '../../contract/places.js';
import { fromRef } from '../../domain/access/resources.js';
import { badInput } from '../exit.js';
import { workOf } from '../lib/act.js';
import { withExamples } from '../lib/examples.js';
import { optionsOf } from '../lib/globals.js';
import { askJson } from '../lib/http.js';
import { addPaging, type ListOptions } from '../lib/listing.js';
import { placeInWords, placesInWords } from '../lib/places.js';
import { show } from '../lib/print.js';

/** `drawbridge access places`: places over all cases, and who is known and unknown at one of them. */
export function addAccessPlaces(access: Command): void {
  const verb = addPaging(
    access
      .command('places [place]')
      .description(
        'places that open cases give access to, when they were looked at, and who is known and unknown at one',
      ),
  ).action(async (place: string | undefined, _: unknown, command: Command) => {
    const query = optionsOf<ListOptions>(command);
    const { globals, session } = await workOf(command, { reads: true });
    const { limit, cursor } = query;
    if (place === undefined) {
      const page = await askJson(session, '/api/places', placesPage, { query: { limit, cursor } });
      return show(globals.json, page, () => placesInWords(page));
    }
    const { provider, id } = fromRef(place);
    if (provider === '') throw badInput('Write the place as the list shows it: provider:id, such as github:1000009.');
    const path = `/api/places/${encodeURIComponent(provider)}/${encodeURIComponent(id)}`;
    const page = await askJson(session, path, placePage, { query: { limit, cursor } });
    show(globals.json, page, () => placeInWords(page));
  });
  withExamples(verb, 'access places', 'access places github:1000009', 'access places --json');
}
