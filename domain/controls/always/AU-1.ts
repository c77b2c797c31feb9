import { say } from '../../say.js';
import { conclude, unless } from '../conclude.js';
import { defineFact } from '../control.js';

/** Every decision is in the append-only trail: the state of a case is nothing but the fold of its ledger. */
export const AU1 = defineFact({
  id: 'AU-1',
  title: 'Every decision is in an append-only trail that shows tampering',
  area: 'always',
  risk: 'legal',
  nist: 'govern',
  subject: 'case',
  locked: { kind: 'always' },
  suppliedBy: [],
  assess: (_none, scene) =>
    conclude(scene, unless(scene.state.status !== 'new', say('AU-1.no-ledger')), [{ restsOn: ['ledger:1'] }]),
});
