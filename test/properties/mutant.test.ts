import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Act } from '../support/domain/acts.js';
import type { Book as BookType } from '../support/domain/book.js';
import { breachesOf } from '../support/domain/oracle.js';

const FILE = 'domain/access/desiredAccess.ts';

/** The rule of access with one of its lines deleted, written beside the caches and imported in the rule's place. */
function withoutLine(name: string, line: string): string {
  // PP-1 is the second keeper of acceptance, so it goes with the line on it.
  const locks = '!PERSON_LOCKS.includes(c.id)';
  const others = name === 'acceptance' ? `${locks} && c.id !== 'PP-1'` : locks;
  const source = readFileSync(FILE, 'utf8').replace(locks, others);
  if (!source.includes(line)) throw new Error(`The line on ${name} is not where this test looks for it.`);
  mkdirSync('.cache/mutants', { recursive: true });
  const text = source
    .replace(line, '')
    .replaceAll("from '../", "from '../../domain/")
    .replaceAll("from './", "from '../../domain/access/");
  writeFileSync(`.cache/mutants/${name}.ts`, text);
  return `../../.cache/mutants/${name}.js`;
}

type World = { book: BookType; act(name: string): void; submit(control: string, form: object, person?: string): void };

type Row = [
  name: string,
  line: string,
  happens: (world: World) => void,
  said: RegExp,
  begins?: () => Promise<BookType>,
];

/** Every line that access rests on, what happens to a small team at work, and what the oracle then says. */
const LINES: Row[] = [
  [
    'the assignment of the person',
    "    ...locks.flatMap((v) => from(v, 'paper-lapsed')),\n",
    ({ book }) => void book.until('2026-09-16T12:00:00.000Z'),
    /nina.* without IP-2 of that person/,
  ],
  [
    'the controls of the case',
    '    ...held.flatMap((h) => from(h.verdict, lapseOf(state, h.id))),\n',
    ({ act }) => act('revoke the NDA'),
    /without IP-3/,
  ],
  [
    'the other controls of the person',
    "    ...personal.flatMap((v) => from(v, 'control-lapsed')),\n",
    ({ submit }) =>
      submit(
        'PP-2',
        { method: 'document-by-video', matches: false, checker: 'engineering-manager', checkedOn: '2026-08-27' },
        'nina',
      ),
    /nina.* without PP-2 of that person/,
  ],
  [
    'the gates',
    '    ...gateObstacles(state, stagesHeld(state, resource)),\n',
    // What was one-sided for a moment is mutual again, and nobody has approved it again.
    ({ submit }) => {
      const form = { paper: 'nda', handlingRules: ['data', 'prompts', 'fine-tuned-weights', 'code'] };
      submit('IP-3', { ...form, mutual: false });
      submit('IP-3', { ...form, mutual: true });
    },
    /without the gate of the contract/,
  ],
  [
    'suspension, departure and red flags',
    '    ...personObstacles(state, person, now),\n',
    ({ act }) => act('suspend nina'),
    /nina.* without being unsuspended/,
  ],
  [
    'the region',
    '    ...regionObstacles(state, person, resource, now),\n',
    () => undefined,
    /rui.* without sitting where the data may be reached from/,
    () => played('project-iso.yaml', ({ scenario }) => scenario('project-iso.yaml', 'working-agreement')),
  ],
  [
    'the time box',
    `    ...(notAfter(timeBox, now)
      ? [{ cause: 'time-box-ended' as const, detail: say('access.time-box-ended', { days: daysOf(state.plan, need) }) }]
      : []),
`,
    ({ book }) => void book.until('2026-09-12T12:00:00.000Z'),
    /ada.* is held beyond what it rests on/,
    async () => {
      const book = await played('small-team.yaml', ({ way }) => way.slice(0, -1));
      const { plan } = book.state;
      const profiles = Object.entries(plan.profiles).map(([id, profile]) => [id, { ...profile, maxDays: 10 }]);
      book.state = { ...book.state, plan: { ...plan, profiles: Object.fromEntries(profiles) } };
      return played(book, ({ way }) => way.slice(-1));
    },
  ],
  [
    'acceptance',
    `  else if (person.status !== 'accepted')
    out.push({ cause: 'person-not-accepted', detail: say('access.person-not-accepted', { status: person.status }) });
`,
    () => undefined,
    /nina.* without acceptance/,
    () => played('small-team.yaml', ({ way }) => way.filter((act) => act.name !== 'accept nina')),
  ],
];

type Ways = { way: Act[]; scenario: (file: string, lastGate: string) => Act[] };

/** A case of the examples, or a book as far as it is, with some acts played whatever they come to. */
async function played(from: string | BookType, acts: (ways: Ways) => Act[]): Promise<BookType> {
  const { Book } = await import('../support/domain/book.js');
  const { scenario } = await import('../support/domain/fragments.js');
  const { WAY_TO_WORK } = await import('../support/domain/wayToWork.js');
  const book = typeof from === 'string' ? new Book(from) : from;
  book.mail = false;
  for (const act of acts({ way: WAY_TO_WORK, scenario })) {
    book.after(0.01);
    book.act(act.by, act.command(book));
  }
  return book;
}

// The files that a worker plays next have the rule as it is.
afterAll(() => {
  vi.doUnmock('../../domain/access/desiredAccess.js');
  vi.resetModules();
});

describe('the rule of access without one of its lines', () => {
  test.each(LINES.map(([name, line, happens, said, begins]) => ({ name, line, happens, said, begins })))(
    'given it without $name, then the oracle finds access that should have ended',
    async ({ name, line, happens, said, begins }) => {
      const mutant = await import(withoutLine(name.replaceAll(/[ ,]+/g, '-'), line));
      vi.resetModules();
      vi.doMock('../../domain/access/desiredAccess.js', () => ({ ...mutant }));
      // Imported only now: whatever was loaded before would hold the rule as it is.
      const { atWork } = await import('../support/domain/wayToWork.js');
      const { as } = await import('../support/domain/book.js');
      const book = begins === undefined ? atWork() : await begins();
      book.mail = false;
      const acts: Record<string, Act['command']> = {
        'revoke the NDA': () => ({ type: 'RevokePaper', paper: 'nda', reason: 'Replaced.' }),
        'suspend nina': () => ({ type: 'SuspendAccess', person: 'nina', reason: 'Odd downloads.' }),
      };
      const does = (by: ReturnType<typeof as>, command: ReturnType<Act['command']>): void => {
        book.after(1);
        expect(book.act(by, command).status).toBe('recorded');
        book.after(1);
      };
      happens({
        book,
        act: (what) => {
          const command = acts[what];
          if (command !== undefined) does(as('legal'), command(book));
        },
        submit: (control, form, person) =>
          does(as(control === 'PP-2' ? 'security' : 'vendor-contact'), {
            type: 'SubmitEvidence',
            control,
            form: JSON.parse(JSON.stringify(form)),
            ...(person === undefined ? {} : { person }),
          }),
      });
      expect(breachesOf(book.rows).filter((b) => said.test(b))).not.toEqual([]);
    },
    120_000,
  );
});
