import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, person, ref, refused, standing, WHO, type World } from '../../../support/controls/scene.js';

const numbers = { logRetentionMinDays: 90 };
const log = {
  resource: 'github:client/claims',
  where: 'https://logs.example/claims',
  keptDays: 400,
  reader: WHO.security,
};
const form = { owner: WHO.manager, useLogs: [log] };
const judge = (answers: JsonObject | undefined, world: World = {}) =>
  assess('DC-1', { person: WHO.ana, numbers, ...(answers === undefined ? {} : { form: answers }), ...world });
const needing = (...needs: { resource: string; profile: string; task: string }[]): World => ({
  people: [person(WHO.ana, { needs: needs.map(standing) })],
});

test('DC-1 is refused for administration, a profile or a repository that is not there, and access without a task', () => {
  const world = needing(
    { resource: 'github:client/claims', profile: 'owner', task: 'Everything' },
    { resource: 'github:client/other', profile: 'unknown', task: ' ' },
  );
  expect(judge(form, world)).toEqual(
    refused(
      say('DC-1.admin-profile', { profile: 'owner', resource: 'github:client/claims' }),
      say('DC-1.unknown-resource', { resource: 'github:client/other' }),
      say('DC-1.unknown-profile', { profile: 'unknown', known: ['contributor', 'owner'] }),
      say('DC-1.no-task', { resource: 'github:client/other' }),
    ),
  );
});

test('DC-1 is refused for use that is not logged, kept too short, or read by the vendor', () => {
  expect(judge({ owner: WHO.contact, useLogs: [] })).toEqual(
    refused(
      say('DC-1.not-client', { people: [WHO.contact] }),
      say('DC-1.unlogged', { resources: ['github:client/claims'] }),
    ),
  );
  expect(judge({ ...form, useLogs: [{ ...log, keptDays: 30, reader: WHO.ben }] })).toEqual(
    refused(
      say('DC-1.not-client', { people: [WHO.ben] }),
      say('DC-1.log-too-short', { resource: 'github:client/claims', days: 30, minimum: 90 }),
    ),
  );
});

test('DC-1 is met by grants that are needed, owned and logged', () => {
  expect(judge(form)).toEqual(met([ref(`DC-1:${WHO.ana}`, form)]));
});

test('DC-1 is open while owner and log are not named', () => {
  expect(judge(undefined)).toEqual(open([say('DC-1.not-supplied')]));
});
