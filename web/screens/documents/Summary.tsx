import { Alert } from '@mantine/core';
import { dayText } from '../../kit/times.js';
import { listed, nameOf } from '../../kit/words.js';
import type { PaperDraft } from './draftPaper.js';
import { kindName, type Parties, shortHash, signerName } from './paperWords.js';

/** What is about to be registered, in one sentence to check, and what looks odd about it. */
export function Summary({ draft, parties, warnings }: { draft: PaperDraft; parties: Parties; warnings: string[] }) {
  const { kind, person, signers, from, until, textHash } = draft;
  if (textHash === '' || kind === '') return null;
  const whom = person === undefined ? '' : ` about ${nameOf(parties.names, person)}`;
  const whoSigns =
    signers.length === 0
      ? 'Nobody of the case signs it'
      : `To be signed by ${listed(signers.map((one) => signerName(one, parties)))}`;
  return (
    <Alert variant="outline" color={warnings.length > 0 ? 'orange' : 'gray'} title="Check before it goes out">
      <div>
        {kindName(kind)}
        {whom}. {whoSigns}.{from !== '' && ` In force from ${dayText(from)}`}
        {until !== undefined && ` until ${dayText(until)}`}
        {from !== '' && '.'} Text <code title={textHash}>{shortHash(textHash)}</code>.
      </div>
      {warnings.map((warning) => (
        <div key={warning}>{warning}</div>
      ))}
    </Alert>
  );
}
