import { contentHash } from '../../../../domain/hash.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, person, refused, WHO } from '../../../support/controls/scene.js';

const judge = (change: Parameters<typeof person>[1]) =>
  assess('PP-1', { person: WHO.ana, people: [person(WHO.ana, change)] });

test('PP-1 is refused for a person without employer, country or role', () => {
  expect(judge({ employer: ' ', country: 'Poland', jobRole: '' })).toEqual(
    refused(say('PP-1.no-employer'), say('PP-1.no-country'), say('PP-1.no-role')),
  );
});

test('PP-1 is refused for a person who was rejected or has left', () => {
  expect(judge({ status: 'rejected' })).toEqual(refused(say('PP-1.rejected')));
  expect(judge({ status: 'left' })).toEqual(refused(say('PP-1.left')));
});

test.each([
  { decidedBy: WHO.procurement, proposedBy: WHO.procurement },
  { decidedBy: WHO.contact, proposedBy: WHO.procurement },
  { decidedBy: undefined },
])('PP-1 is refused when nobody independent of the proposal accepted: %j', (change) => {
  expect(judge(change)).toEqual(refused(say('PP-1.accepted-by-own-side')));
});

test('PP-1 is met for a person whom a manager accepted, on what was accepted', () => {
  const { employer, country, jobRole } = person(WHO.ana);
  expect(judge({})).toEqual(met([`person:${WHO.ana}@${contentHash({ employer, country, jobRole })}`]));
});

test('PP-1 is open while the person waits to be accepted, or is not on the roster', () => {
  expect(judge({ status: 'proposed', decidedBy: undefined })).toEqual(
    open([say('PP-1.awaits-acceptance')], { turn: 'engineering-manager' }),
  );
  expect(assess('PP-1', { person: 'p-nobody' })).toEqual(open([say('PP-1.not-on-roster')]));
});
