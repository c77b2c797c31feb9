import { type Names, withNames } from '../../presentation/words/people.js';
import { stamp } from './times.js';

/** The text to read: names in place of ids, hashes cut short, instants to the minute in a zone. */
export const inProse = (text: string, names: Names, zone?: string): string =>
  withNames(text, names)
    .replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
    .replace(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, (at) => stamp(at, zone));
