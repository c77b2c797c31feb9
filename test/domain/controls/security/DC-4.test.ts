import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, ref, refused, WHO, type World } from '../../../support/controls/scene.js';

const numbers = { checkedWithinMonths: 12 };
const form = {
  environment: 'managed-device',
  managedBy: 'vendor',
  encrypted: true,
  endpointProtection: true,
  monitored: true,
  localCopies: false,
  checkedBy: WHO.security,
  checkedOn: '2026-09-02',
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('DC-4', { person: WHO.ana, form: { ...form, ...change }, numbers, ...world });
const END = '2027-09-03T00:00:00.000Z';

test('DC-4 is refused for a personal laptop, whatever runs on it', () => {
  expect(judge({ environment: 'personal-device' })).toEqual(refused(say('DC-4.personal-device')));
});

test('DC-4 is refused for an environment that nobody manages, protects, watches or closes', () => {
  const change = {
    managedBy: 'nobody',
    encrypted: false,
    endpointProtection: false,
    monitored: false,
    localCopies: true,
  };
  expect(judge(change)).toEqual(
    refused(
      say('DC-4.unmanaged'),
      say('DC-4.not-encrypted'),
      say('DC-4.not-protected'),
      say('DC-4.not-monitored'),
      say('DC-4.copies-leave'),
    ),
  );
});

test('DC-4 is refused for a check by the vendor', () => {
  expect(judge({ checkedBy: WHO.ben })).toEqual(
    refused(say('controls.checked-outside', { what: say('DC-4.environment'), checker: WHO.ben })),
  );
});

test('DC-4 is met by a managed device or a virtual desktop, until it has to be checked again', () => {
  expect(judge()).toEqual(met([ref(`DC-4:${WHO.ana}`, form)], END));
  const desktop = { ...form, environment: 'virtual-desktop', managedBy: 'client' };
  expect(judge(desktop)).toEqual(met([ref(`DC-4:${WHO.ana}`, desktop)], END));
  expect(judge({}, { now: END })).toEqual(
    open([say('controls.basis-ended', { control: 'DC-4', until: '2027-09-03T00:00:00.000Z' })]),
  );
});

test('DC-4 is open before anything is supplied, and while the check lies ahead', () => {
  expect(assess('DC-4', { person: WHO.ana, numbers })).toEqual(open([say('DC-4.not-supplied')]));
  expect(judge({ checkedOn: '2026-09-20' })).toEqual(
    open([say('controls.ahead', { what: say('DC-4.check'), day: '2026-09-20' })], {
      until: '2026-09-20T00:00:00.000Z',
    }),
  );
});
