import { onLedger } from '../../activities/onLedger.js';
import { StoreError } from '../../store/errors.js';

const SECRET = 'Ana Lopez at db.internal';
const withCode = (code: string, name = 'error') => Object.assign(new Error(SECRET), { code, name });

const failureOf = async (error: unknown) => {
  const { type, nonRetryable, message } = await onLedger(() => Promise.reject(error)).catch((failure) => failure);
  return [type, nonRetryable, message];
};

const PASSING = [
  ['read-only after a failover', '25006'],
  ['a full disk', '53100'],
  ['no memory', '53200'],
  ['an error of the disk', '58030'],
  ['a privilege that is missing', '42501'],
  ['a table that is not there yet', '42P01'],
  ['no transaction numbers left', '54000'],
  ['a damaged index', 'XX002'],
  ['a lost connection', 'ECONNRESET'],
  ['a lost race', '40001'],
];
test.each(PASSING)('%s (%s) is a state of the database, which passes', async (_what, code) => {
  expect(await failureOf(withCode(code))).toEqual([
    'DatabaseUnavailable',
    false,
    `The database cannot be reached or is not accepting work (error ${code}).`,
  ]);
});

const OF_THE_ENTRY: [string, unknown, string][] = [
  ['text that the database cannot hold', withCode('22P05'), 'error 22P05'],
  ['a number out of range', withCode('22003'), 'error 22003'],
  ['a check that fails', withCode('23514'), 'error 23514'],
  ['a key that is there already', withCode('23505'), 'error 23505'],
  ['what our own store refuses', new StoreError('Malformed', SECRET), 'StoreError Malformed'],
  ['a defect of ours', new TypeError(SECRET), 'TypeError'],
  ['a file that may not be read', withCode('EPERM', 'Error'), 'Error EPERM'],
  ['no error at all', SECRET, 'unknown'],
];
test.each(OF_THE_ENTRY)('%s is a fault of the entry, which no repeat mends', async (_what, error, kind) => {
  expect(await failureOf(error)).toEqual(['Internal', true, `The store could not process the entries (${kind}).`]);
});

test('what is answered is handed on', async () => {
  expect(await onLedger(async () => 'the head')).toBe('the head');
});
