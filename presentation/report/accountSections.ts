import type { Report } from '../../contract/report.js';
import { grantParts } from '../facts/names.js';
import { type Block, tableOr } from '../page/page.js';
import { placeText } from '../words/places.js';
import type { Voice } from '../words/voice.js';

const OWNERS: Record<string, string> = {
  client: 'the client',
  service: 'a service account',
  supplier: 'another supplier',
  vendor: 'the vendor, undisclosed',
};

/** Accounts on repositories beside the grants, and what was changed there by hand; nothing where there is none. */
export function accountTables({ accounts, outsideChanges }: Report, voice: Voice): Block[] {
  const known = tableOr(
    '',
    [{ title: 'Account, resource' }, { title: 'Whose' }, { title: 'Said by' }, { title: 'Last look' }],
    accounts.map(({ person, resource, declared, question, foundThere }) => [
      { text: voice.name(person), more: [placeText(resource)] },
      declared === undefined
        ? { text: `unknown, to be answered by ${voice.at(question?.answerBy)}`, tone: 'bad' as const }
        : { text: OWNERS[declared.is] ?? declared.is, more: declared.whose === undefined ? [] : [declared.whose] },
      declared === undefined
        ? ''
        : { text: voice.name(declared.by), more: [voice.at(declared.at), voice.say(declared.reason)] },
      foundThere ? 'found there' : '',
    ]),
  );
  const byHand = tableOr(
    '',
    [
      { title: 'Person, resource' },
      { title: 'Changed by hand' },
      { title: 'Found', kind: 'when' },
      { title: 'Review' },
    ],
    outsideChanges.map(({ lease, change, from = '', to = '', at, keptClosed }) => {
      const { person, resource } = grantParts(lease);
      return [
        { text: voice.name(person), more: [placeText(resource)] },
        change === 'removed' ? 'removed' : `${from} changed to ${to}`,
        voice.at(at),
        keptClosed === undefined
          ? 'to be decided'
          : { text: `stays closed: ${voice.name(keptClosed.by)}`, more: [voice.say(keptClosed.reason)] },
      ];
    }),
  );
  return [...(accounts.length === 0 ? [] : [known]), ...(outsideChanges.length === 0 ? [] : [byHand])];
}
