import { contentHash } from '../../../../domain/hash.js';
import { assess, met, open, person, refused, WHO } from '../../../support/controls/scene.js';

const judge = (change: Parameters<typeof person>[1]) =>
  assess('PP-1', { person: WHO.ana, people: [person(WHO.ana, change)] });

test('PP-1 is refused for a person without employer, country or role', () => {
  expect(judge({ employer: ' ', country: 'Poland', jobRole: '' })).toEqual(
    refused(
      'The employer of the person is not named; name the company that employs them.',
      'The country of the person is not named; give its two-letter code.',
      'The role of the person is not named; say what they do in the team.',
    ),
  );
});

test('PP-1 is refused for a person who was rejected or has left', () => {
  expect(judge({ status: 'rejected' })).toEqual(refused('The person was rejected; propose somebody else.'));
  expect(judge({ status: 'left' })).toEqual(refused('The person has left; propose somebody in their place.'));
});

test.each([
  { decidedBy: WHO.procurement, proposedBy: WHO.procurement },
  { decidedBy: WHO.contact, proposedBy: WHO.procurement },
  { decidedBy: undefined },
])('PP-1 is refused when nobody independent of the proposal accepted: %p', (change) => {
  expect(judge(change)).toEqual(
    refused("The person was accepted by whoever proposed them or by the vendor; the client's manager has to accept."),
  );
});

test('PP-1 is met for a person whom a manager accepted, on what was accepted', () => {
  const { employer, country, jobRole } = person(WHO.ana);
  expect(judge({})).toEqual(met([`person:${WHO.ana}@${contentHash({ employer, country, jobRole })}`]));
});

test('PP-1 is open while the person waits to be accepted, or is not on the roster', () => {
  expect(judge({ status: 'proposed', decidedBy: undefined })).toEqual(
    open(['The person waits to be accepted by an engineering manager.'], { turn: 'engineering-manager' }),
  );
  expect(assess('PP-1', { person: 'p-nobody' })).toEqual(open(['The person is not on the roster; propose them.']));
});
