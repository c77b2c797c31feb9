import type { CaseState } from '../../../domain/case/state.js';
import { handle } from '../../../domain/decider/handle.js';
import type { Instant } from '../../../domain/time.js';
import { controlViews } from '../../../presentation/views/controls.js';
import { WORDS } from '../../../presentation/words/words.js';
import { as, Book } from '../../support/domain/book.js';

const CODE = 'GV-1.function-unserved';
const REWORDED = 'Still without a step: {functions}.';

/** An open case whose delivery process leaves out three of the four functions, which is on record. */
function assessed(): Book {
  const book = new Book();
  const form = {
    mappingHash: 'a'.repeat(64),
    mappingLink: 'https://vendor.example/mapping',
    steps: [{ function: 'govern', step: 'Kick-off', responsible: 'vendor-contact' }],
  };
  book.act(as('vendor-contact'), { type: 'SubmitEvidence', control: 'GV-1', form });
  return book;
}

const settle = (state: CaseState, now: Instant) =>
  handle(
    structuredClone(state),
    { commandId: 'tick', requestHash: 'tick', actor: as('system'), command: { type: 'Tick' } },
    { now, runId: 'run' },
  ).entries;

const shown = (state: CaseState, now: Instant) => controlViews(state, now).find(({ id }) => id === 'GV-1')?.missing;

test('given an open case with assessed controls, when a sentence is reworded, then nothing is recorded and the new sentence is shown', () => {
  const { state, now, rows } = assessed();
  const before = WORDS.get(CODE) ?? '';
  const read = shown(state, now);
  WORDS.set(CODE, REWORDED);
  try {
    expect({
      recorded: rows.map(({ event }) => event).filter((e) => e.type === 'ControlAssessed' && e.key === 'GV-1'),
      entries: settle(state, now),
      read,
      shown: shown(state, now),
    }).toEqual({
      recorded: [
        {
          type: 'ControlAssessed',
          key: 'GV-1',
          assessment: {
            status: 'refused',
            reasons: [{ code: CODE, functions: ['map', 'measure', 'manage'] }],
            turn: 'vendor-contact',
          },
        },
      ],
      entries: [],
      read: [
        'No step of the delivery process covers map, measure and manage. Each of the four functions needs at least one.',
      ],
      shown: ['Still without a step: map, measure, manage.'],
    });
  } finally {
    WORDS.set(CODE, before);
  }
});
