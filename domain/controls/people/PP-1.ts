import { contentHash } from '../../hash.js';
import { own } from '../../record.js';
import { say } from '../../say.js';
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
    const person = own(state.people, scene.person ?? '');
    if (person === undefined) return notSupplied(scene, say('PP-1.not-on-roster'));
    const { employer, country, jobRole, status, decidedBy, proposedBy } = person;
    const wrong = [
      ...unless(employer.trim() !== '', say('PP-1.no-employer')),
      ...unless(COUNTRY.test(country), say('PP-1.no-country')),
      ...unless(jobRole.trim() !== '', say('PP-1.no-role')),
      ...unless(status !== 'rejected', say('PP-1.rejected')),
      ...unless(status !== 'left', say('PP-1.left')),
    ];
    if (wrong.length === 0 && status === 'proposed')
      return {
        status: 'open',
        missing: [say('PP-1.awaits-acceptance')],
        turn: 'engineering-manager',
      };
    if (status === 'accepted' && (decidedBy === undefined || decidedBy === proposedBy || isVendor(state, decidedBy)))
      wrong.push(say('PP-1.accepted-by-own-side'));
    return conclude(scene, wrong, [
      { restsOn: [`person:${person.id}@${contentHash({ employer, country, jobRole })}`] },
    ]);
  },
});
