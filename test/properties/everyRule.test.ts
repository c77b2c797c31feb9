import { CONTROLS } from '../../domain/controls/index.js';
import { type Act, decide } from '../support/domain/acts.js';
import { as, Book } from '../support/domain/book.js';
import { fragment, scenario } from '../support/domain/fragments.js';
import { breachesOf } from '../support/domain/oracle.js';
import { LOGGED, MASKED } from '../support/domain/wayToWork.js';

/** The ways to work of three cases: a small team, one with a data set and a model by hand, one with personal data. */
const DATA_BY_HAND: Act[] = [
  ...fragment('working.yaml').slice(0, -1),
  MASKED,
  LOGGED,
  decide(as('privacy'), 'gate:data-protection'),
  decide(as('executive'), 'gate:working-agreement'),
];
const WAYS: Record<string, { file: string; acts: Act[] }> = {
  small: { file: 'small-team.yaml', acts: fragment('working.yaml') },
  byHand: { file: 'data-by-hand.yaml', acts: DATA_BY_HAND },
  personal: { file: 'managed-team.yaml', acts: scenario('managed-team.yaml', 'working-agreement') },
};

/** Which way shows a rule, and what the oracle says of access without it. */
const RULES: [id: string, way: string, said: RegExp][] = [
  ...['IP-1', 'IP-3', 'IP-6', 'IP-7', 'DC-5', 'ON-4', 'KP-1', 'KP-2', 'KP-3', 'KP-4', 'KP-5'].map(
    (id): [string, string, RegExp] => [id, 'small', new RegExp(`without ${id}$`)],
  ),
  ...['IP-2', 'DC-1', 'DC-4', 'PP-2', 'PP-3'].map((id): [string, string, RegExp] => [
    id,
    'small',
    new RegExp(`nina/.* without ${id} of that person`),
  ]),
  ['SA-3', 'small', /without an attestation/],
  ...['IP-4', 'IP-5', 'DC-2', 'DC-3'].map((id): [string, string, RegExp] => [
    id,
    'byHand',
    new RegExp(`without ${id}$`),
  ]),
  ...['DP-1', 'DP-3', 'DP-4'].map((id): [string, string, RegExp] => [id, 'personal', new RegExp(`without ${id}$`)]),
];

/** The acts that supply a control; for one judged person by person, those about nina. */
const supplies = (act: Act, id: string): boolean => {
  const perPerson = CONTROLS[id]?.subject === 'person';
  return act.name === (perPerson ? `evidence ${id} nina` : `evidence ${id}`);
};

/** The way without what supplies the control; each beginning is played once. */
const beginnings = new Map<string, Book[]>();
function without(id: string, way: string): Book {
  const { file, acts } = WAYS[way] ?? { file: '', acts: [] };
  const at = acts.findIndex((a) => supplies(a, id));
  if (at < 0) throw new Error(`The way ${way} supplies no ${id}.`);
  const books = beginnings.get(way) ?? [new Book(file)];
  beginnings.set(way, books);
  for (let i = books.length; i <= at; i++)
    books.push(done((books[i - 1] ?? new Book(file)).copy(), acts.slice(i - 1, i)));
  return done(
    (books[at] ?? new Book(file)).copy(),
    acts.slice(at).filter((a) => !supplies(a, id)),
  );
}

function done(book: Book, acts: Act[]): Book {
  book.mail = false;
  for (const act of acts) {
    // Time passes, so that nothing is answered from before a rule was deleted.
    book.after(0.01);
    book.act(act.by, act.command(book));
  }
  return book;
}

describe('every rule that access rests on', () => {
  test.each(RULES)('given %s deleted and never supplied, then the oracle finds access without it', (id, way, said) => {
    // Beginnings are played with the rule in place. KP-4 asks for the measures of KP-1 and KP-3 by itself, so it goes with them.
    without(id, way);
    const deleted = [id, ...(id === 'KP-1' || id === 'KP-3' ? ['KP-4'] : [])].flatMap((one) => CONTROLS[one] ?? []);
    const rules = deleted.map((control) => ({ control, assess: control.assess }));
    for (const control of deleted) control.assess = () => ({ status: 'met', restsOn: [] });
    try {
      expect(breachesOf(without(id, way).rows).filter((b) => said.test(b))).not.toEqual([]);
    } finally {
      for (const { control, assess } of rules) control.assess = assess;
    }
  });

  test.each(Object.keys(WAYS))(
    'given all of them, when the way %s is walked to its end, then the oracle finds nothing, and access is open',
    (way) => {
      const { file, acts } = WAYS[way] ?? { file: '', acts: [] };
      const book = done(new Book(file), acts);
      expect(breachesOf(book.rows)).toEqual([]);
      expect(Object.values(book.state.leases).filter((l) => l.want === 'present').length).toBeGreaterThan(1);
    },
  );
});
