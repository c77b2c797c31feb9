import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { ApplicationFailure, DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { type ActivityPorts, createActivities } from '../../activities/index.js';

const SECRET = 'password authentication failed for user "ana" at db.internal';
const letter = { id: 'e', kind: 'send-mail' } as never;
const context = { caseId: 'c-1', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };

/** Sends a letter in an activity whose port throws that, and gives what Temporal keeps of it and what is logged. */
async function failing(thrown: unknown) {
  const logged: unknown[] = [];
  const running = {
    info: { attempt: 1 },
    heartbeat: () => undefined,
    log: { warn: (...said: unknown[]) => logged.push(said) },
  };
  const sendMail = () => Promise.reject(thrown);
  const { sendMail: send } = createActivities({ store: {}, sendMail } as unknown as ActivityPorts);
  const failure = await asyncLocalStorage
    .run(running as unknown as Context, () => send(letter, context))
    .catch((error) => new DefaultFailureConverter().errorToFailure(error, defaultPayloadConverter));
  return { failure, logged };
}

function secretlyNamed(): never {
  throw Object.assign(new Error(SECRET, { cause: new Error(SECRET) }), { code: '28P01', detail: SECRET });
}

test('of an error that nobody foresaw Temporal keeps a code and one sentence of ours, neither its text nor where it came from', async () => {
  const thrown = await Promise.resolve()
    .then(secretlyNamed)
    .catch((error) => error);
  const { failure, logged } = await failing(thrown);
  expect(failure).toMatchObject({
    message: 'The database cannot be reached or is not accepting work (Error 28P01).',
    applicationFailureInfo: { type: 'DatabaseUnavailable', nonRetryable: false },
  });
  expect(failure).toHaveProperty('cause', undefined);
  expect(JSON.stringify(failure)).not.toMatch(/ana|db\.internal|secretlyNamed/);
  expect(logged).toEqual([['An effect failed unexpectedly.', { kind: 'Error 28P01', stack: thrown.stack }]]);
});

test('a defect of ours may be tried again, and what we have put in words already is handed on as it is', async () => {
  expect((await failing(new TypeError(SECRET))).failure).toMatchObject({
    message: 'The effect failed unexpectedly (TypeError).',
    applicationFailureInfo: { type: 'Internal', nonRetryable: false },
  });
  const ours = ApplicationFailure.nonRetryable('A sentence of ours.', 'Malformed');
  expect(await failing(ours)).toMatchObject({
    failure: { message: 'A sentence of ours.', applicationFailureInfo: { type: 'Malformed', nonRetryable: true } },
    logged: [],
  });
});
