import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAct, usePressKey } from '../../api/act.js';
import type { Seen } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { type Paper, partiesOf, shortHash, whySigned } from './paperWords.js';

/** The task by which somebody is asked to sign a document; undefined where they are not. */
export const ownSignTask = ({ tasks }: Seen, paper: Paper, personId: string) =>
  tasks.find(
    ({ actions, assignees }) =>
      assignees.includes(personId) &&
      actions.some((action) => action.do === 'SignPaper' && action.with.paper === paper.id),
  );

/** Who asks for the signature, why, and what it means, before the text itself. */
export function SignRequest({ paper, seen }: { paper: Paper; seen: Seen }) {
  const { person } = useSession();
  const task = ownSignTask(seen, paper, person.id);
  if (task === undefined) return null;
  const parties = partiesOf(seen);
  const asks = nameOf(seen.names, paper.registeredBy);
  const forParty = task.role === 'vendor-contact' ? parties.vendor : parties.client;
  const forWhom = paper.signers.includes(person.id) ? 'for yourself' : `in the name of ${forParty}`;
  return (
    <div className="prose">
      <p>
        {asks} asks you to sign this document. {whySigned(paper, parties)}
        {task.due !== undefined && (
          <>
            {' '}
            It is due <When at={task.due} zone={seen.zone} />.
          </>
        )}
      </p>
      <p>
        By signing you agree, {forWhom}, to the text below as it stands: your name, the time and the fingerprint of
        exactly this text are recorded and cannot be changed later. If something in it is wrong, do not sign, and tell{' '}
        {asks}.
      </p>
    </div>
  );
}

type Done = { seq: number; notes: string[] };

/** The one button to sign, once the text that it names is `shown` on the page; afterwards the receipt. */
export function SignBar({ paper, seen, shown }: { paper: Paper; seen: Seen; shown: boolean }) {
  const { person } = useSession();
  const task = ownSignTask(seen, paper, person.id);
  const [signed, setSigned] = useState<Done>();
  if (signed !== undefined) return <Signed {...signed} paper={paper} />;
  if (task === undefined) return null;
  return <SignButton paper={paper} caseId={seen.caseId} role={task.role} shown={shown} onSigned={setSigned} />;
}

type SignButtonProps = { paper: Paper; caseId: string; role: string; shown: boolean; onSigned(done: Done): void };

function SignButton({ paper, caseId, role, shown, onSigned }: SignButtonProps) {
  const act = useAct(caseId, { role });
  const { key, refused } = usePressKey();
  // That it is signed may be on the page before the receipt is: the button is gone then, and the receipt still comes.
  const sign = () =>
    void act
      .mutateAsync({ type: 'SignPaper', body: { paper: paper.id, textHash: paper.textHash }, key })
      .then(({ receipt, notes }) => onSigned({ seq: receipt.seq, notes }), refused);
  return (
    <div className="bar">
      <Stack gap="sm">
        {act.error !== null && (
          <Alert color="red" variant="outline" role="alert">
            {act.error.message}
          </Alert>
        )}
        {!shown ? (
          <span className="quiet">You can sign once the text is on this page.</span>
        ) : (
          <Button size="md" fullWidth onClick={sign} loading={act.isPending} title={`SHA-256 ${paper.textHash}`}>
            Sign text {shortHash(paper.textHash)}
          </Button>
        )}
      </Stack>
    </div>
  );
}

function Signed({ seq, notes, paper }: Done & { paper: Paper }) {
  return (
    <Alert variant="outline" color="green" role="status" title={`Signed. Recorded as number ${seq}.`}>
      <Stack gap="xs">
        {notes.map((note) => (
          <div key={note}>{note}</div>
        ))}
        <div>
          You signed the text <code title={paper.textHash}>{shortHash(paper.textHash)}</code>. It stays here to read.
        </div>
        <Go to="/">Back to my work</Go>
      </Stack>
    </Alert>
  );
}
