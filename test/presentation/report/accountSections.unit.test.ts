import { accountTables } from '../../../presentation/report/accountSections.js';
import { voiceOf } from '../../../presentation/words/voice.js';
import { SAMPLE } from '../../support/api/sampleReport.js';

const AT = '2026-09-10T15:00:00.000Z';
const voice = voiceOf({ names: { 'p-owl': 'night-owl', 'p-sec': 'Karl Winter' }, zone: 'Europe/Berlin' });
const account = { resource: 'harbour/claims', person: 'p-owl', foundThere: true };
const textsOf = (report: Parameters<typeof accountTables>[0]): string => JSON.stringify(accountTables(report, voice));

test('given a report of a case without any, then nothing is printed', () => {
  expect(accountTables({ ...SAMPLE, accounts: [], outsideChanges: [] }, voice)).toEqual([]);
});

test('given accounts, then each says whose it is, who said so and why, or that it is asked', () => {
  const declared = { is: 'supplier', whose: 'Nachtwerk GmbH', by: 'p-sec', at: AT, reason: 'They moved the runners.' };
  const texts = textsOf({ ...SAMPLE, accounts: [{ ...account, declared }], outsideChanges: [] });
  for (const word of ['night-owl', 'harbour/claims', 'another supplier', 'Nachtwerk GmbH', 'Karl Winter', 'They moved'])
    expect(texts).toContain(word);
  const question = { since: AT, answerBy: AT };
  expect(textsOf({ ...SAMPLE, accounts: [{ ...account, question }], outsideChanges: [] })).toContain(
    'unknown, to be answered by',
  );
});

test('given changes by hand, then each says what was changed and what was decided on it', () => {
  const outsideChanges = [
    { lease: 'p-owl/github:harbour/claims', change: 'permission' as const, at: AT, from: 'push', to: 'admin' },
    {
      lease: 'p-owl/github:harbour/claims',
      change: 'removed' as const,
      at: AT,
      keptClosed: { by: 'p-sec', at: AT, reason: 'So be it.' },
    },
  ];
  const texts = textsOf({ ...SAMPLE, accounts: [], outsideChanges });
  for (const word of ['push changed to admin', 'to be decided', 'removed', 'stays closed: Karl Winter', 'So be it.'])
    expect(texts).toContain(word);
});
