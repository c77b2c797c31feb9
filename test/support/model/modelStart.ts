import { type Act, doAll } from '../domain/acts.js';
import { Book } from '../domain/book.js';
import { AGREEMENT, ATTESTATION, CONTRACT, EVALUATION, person } from '../domain/wayToWork.js';

/** Papers that end within hours. */
const UNTIL: Record<string, string> = { 'assignment-nina': '2026-09-01', nda: '2026-09-02' };

/** The act with the papers above, and with whatever login stands of the person who is accepted. */
const soon = (act: Act): Act => ({
  ...act,
  command: (book) => {
    const command = act.command(book);
    const until = command.type === 'RegisterPaper' ? UNTIL[command.paper] : undefined;
    if (command.type === 'RegisterPaper' && until !== undefined) return { ...command, until };
    const details = command.type === 'AcceptPerson' ? book.state.people[command.person]?.details : undefined;
    return details === undefined ? command : { ...command, details };
  },
});

const PARTS: Act[][] = [[...EVALUATION, ...CONTRACT, ...ATTESTATION, ...person('ada')], person('nina'), AGREEMENT].map(
  (acts) => acts.map(soon),
);

/** How far a case is when a sequence begins: one engineer is accepted, both are, both are at work. */
export type Start = 0 | 1 | 2;

/** Shortly before the first paper ends. */
export const BEGIN = '2026-09-01T20:00:00.000Z';

/** What is told of the two engineers in every case. */
export const DETAILS = { ada: 'd-ada', nina: 'd-nina' };

const played = new Map<string, { book: Book; script: Act[] }>();

/** A case that has come so far, and what its people would do next; the way there is played once. */
export function started(file: string, start: Start): { book: Book; script: Act[] } {
  const key = `${file} ${start}`;
  const known = played.get(key);
  if (known !== undefined) return known;
  const before = start === 0 ? undefined : onTheWay(file, (start - 1) as Start).copy();
  const book = onTheWay(file, start, before).copy();
  book.mail = false;
  book.until(BEGIN);
  const found = { book, script: PARTS.slice(start + 1).flat() };
  played.set(key, found);
  return found;
}

const ways = new Map<string, Book>();

/** The case right after the acts up to there. */
function onTheWay(file: string, start: Start, before?: Book): Book {
  const key = `${file} ${start}`;
  const known = ways.get(key);
  if (known !== undefined) return known;
  const from = before ?? (start === 0 ? newBook(file) : onTheWay(file, (start - 1) as Start).copy());
  const book = doAll(from, PARTS[start] ?? []);
  ways.set(key, book);
  return book;
}

const newBook = (file: string): Book => new Book(file, undefined, undefined, undefined, undefined, DETAILS);
