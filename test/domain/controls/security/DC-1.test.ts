import type { JsonObject } from '../../../../domain/controls/form.js';
import { assess, met, open, person, ref, refused, WHO, type World } from '../../../support/controls/scene.js';

const numbers = { logRetentionMinDays: 90 };
const log = { resource: 'client/claims', where: 'https://logs.example/claims', keptDays: 400, reader: WHO.security };
const form = { owner: WHO.manager, useLogs: [log] };
const judge = (answers: JsonObject | undefined, world: World = {}) =>
  assess('DC-1', { person: WHO.ana, numbers, ...(answers === undefined ? {} : { form: answers }), ...world });
const needing = (...needs: { resource: string; profile: string; task: string }[]): World => ({
  people: [person(WHO.ana, { needs })],
});

test('DC-1 is refused for administration, a profile or a repository that is not there, and access without a task', () => {
  const world = needing(
    { resource: 'client/claims', profile: 'owner', task: 'Everything' },
    { resource: 'client/other', profile: 'unknown', task: ' ' },
  );
  expect(judge(form, world)).toEqual(
    refused(
      'The profile owner makes an administrator of client/claims; choose a lesser one.',
      'client/other is nothing that this case gives access to; name one that is.',
      'The policy has no access profile unknown; choose one that it has.',
      'The task in client/other is not named; access follows from a task.',
    ),
  );
});

test('DC-1 is refused for use that is not logged, kept too short, or read by the vendor', () => {
  expect(judge({ owner: WHO.contact, useLogs: [] })).toEqual(
    refused(
      `${WHO.contact} is not one of the client's people; owner and readers have to be.`,
      'The use of client/claims is not logged; name its log.',
    ),
  );
  expect(judge({ ...form, useLogs: [{ ...log, keptDays: 30, reader: WHO.ben }] })).toEqual(
    refused(
      `${WHO.ben} is not one of the client's people; owner and readers have to be.`,
      'The log of client/claims is kept 30 days; the policy asks for 90.',
    ),
  );
});

test('DC-1 is met by grants that are needed, owned and logged', () => {
  expect(judge(form)).toEqual(met([ref(`DC-1:${WHO.ana}`, form)]));
});

test('DC-1 is open while owner and log are not named', () => {
  expect(judge(undefined)).toEqual(open(["Owner and log of use of this person's grants are not named yet."]));
});
