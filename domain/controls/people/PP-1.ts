import { contentHash } from '../../hash.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineFact } from '../control.js';
import { isVendor } from '../sides.js';

const COUNTRY = /^[A-Z]{2}$/;

/** Each person is on the record and was accepted by an engineering manager who did not propose them. */
export const PP1 = defineFact({
  id: 'PP-1',
  title: 'Each person is known by employer, country and role, and accepted',
  area: 'people',
  risk: 'data-exposure',
  nist: 'govern',
  subject: 'person',
  suppliedBy: [],
  assess(_none, scene) {
    const { state } = scene;
    const person = state.people[scene.person ?? ''];
    if (person === undefined) return notSupplied(scene, 'The person is not on the roster; propose them.');
    const { employer, country, jobRole, status, decidedBy, proposedBy } = person;
    const wrong = [
      ...unless(employer.trim() !== '', 'The employer of the person is not named; name the company that employs them.'),
      ...unless(COUNTRY.test(country), 'The country of the person is not named; give its two-letter code.'),
      ...unless(jobRole.trim() !== '', 'The role of the person is not named; say what they do in the team.'),
      ...unless(status !== 'rejected', 'The person was rejected; propose somebody else.'),
      ...unless(status !== 'left', 'The person has left; propose somebody in their place.'),
    ];
    if (wrong.length === 0 && status === 'proposed')
      return {
        status: 'open',
        missing: ['The person waits to be accepted by an engineering manager.'],
        turn: 'engineering-manager',
      };
    if (status === 'accepted' && (decidedBy === undefined || decidedBy === proposedBy || isVendor(state, decidedBy)))
      wrong.push(
        "The person was accepted by whoever proposed them or by the vendor; the client's manager has to accept.",
      );
    return conclude(scene, wrong, [
      { restsOn: [`person:${person.id}@${contentHash({ employer, country, jobRole })}`] },
    ]);
  },
});
