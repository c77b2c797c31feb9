import { say } from '../../../domain/say.js';
import { HASH, open, paper } from './scene.js';

/** The annex that the terms for models, data and AI-assisted work stand in. */
export const annex = paper('annex', {
  kind: 'annex',
  signers: ['client', 'vendor'],
  until: '2027-09-01T00:00:00.000Z',
});

/** What a control rests on that cites it. */
export const annexRef = `paper:annex@${HASH}`;

/** The annex lacks the client's signature; and what a control says then. */
export const unsigned = paper('annex', { kind: 'annex', signers: ['client', 'vendor'], signatures: [], state: 'sent' });
export const waits = open([say('controls.paper-unsigned', { paper: 'annex', signers: ['client', 'vendor'] })], {
  turn: 'legal',
});
