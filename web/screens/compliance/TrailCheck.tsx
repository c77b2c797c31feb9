import { Alert, Button, FileButton, Group, Progress, Stack } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { getFile } from '../../api/client.js';
import { Section } from '../../kit/Page.js';
import type { Checked } from '../../verify/check.js';

type Standing = { at: 'rest' } | { at: 'work'; done: number; of: number } | { at: 'fault'; message: string };

/** Checks the chain of a case on the reader's own device, from the export that anybody can take away. */
export function TrailCheck({ caseId, title }: { caseId: string; title: string }) {
  const [progress, setProgress] = useState<Standing>({ at: 'rest' });
  const [checked, setChecked] = useState<{ result: Checked; of: string }>();
  const check = async (kept?: File) => {
    setProgress({ at: 'work', done: 0, of: 0 });
    try {
      const [{ checkExport }, { bytes: file }] = await Promise.all([
        import('../../verify/check.js'),
        getFile(`/api/cases/${caseId}/ledger?format=jsonl`),
      ]);
      const result = await checkExport(file, {
        ...(kept !== undefined && { kept }),
        onProgress: (done, of) => setProgress({ at: 'work', done, of }),
      });
      setChecked({ result, of: kept?.name ?? '' });
      setProgress({ at: 'rest' });
    } catch (error) {
      setProgress({ at: 'fault', message: error instanceof Error ? error.message : 'The check could not be made.' });
    }
  };
  const busy = progress.at === 'work';
  return (
    <Section title="Is the record intact?">
      <Stack gap="md" maw={760}>
        <div>
          Your browser reads every entry of {title}, calculates its SHA-256 and follows the chain from the first to the
          last. It takes nobody’s word for it, ours included.
        </div>
        <Group gap="sm">
          <Button loading={busy} onClick={() => void check()}>
            Check now
          </Button>
          <FileButton onChange={(file) => file !== null && void check(file)} accept=".json,.jsonl,application/json">
            {(button) => (
              <Button {...button} variant="default" disabled={busy}>
                Compare with a file kept earlier
              </Button>
            )}
          </FileButton>
        </Group>
        {progress.at === 'work' && progress.of > 0 && (
          <Progress value={(100 * progress.done) / progress.of} aria-label="Entries checked" />
        )}
        {progress.at === 'fault' && (
          <Alert color="red" variant="outline" role="alert">
            {progress.message}
          </Alert>
        )}
        <div aria-live="polite">
          {checked !== undefined && !busy && <Answer result={checked.result} kept={checked.of} />}
        </div>
      </Stack>
    </Section>
  );
}

function Answer({ result: { verdict, compared }, kept }: { result: Checked; kept: string }) {
  if (!verdict.ok)
    return (
      <Alert color="red" variant="outline" icon={<IconShieldX />} title="No. The record was changed.">
        {verdict.message} Entries before it hold; nothing from number {verdict.brokenSeq} on can be relied on. Keep this
        export and tell whoever runs Drawbridge.
      </Alert>
    );
  if (!verdict.stateMatches)
    return (
      <Alert color="red" variant="outline" icon={<IconShieldX />} title="The entries hold, what is shown does not.">
        All {verdict.rows.toLocaleString()} entries are as they were written, but where the case stands is not their
        sum. An operator can start it again from its ledger.
      </Alert>
    );
  return (
    <Stack gap="sm">
      <Alert color="green" variant="outline" icon={<IconShieldCheck />} title="Yes. The record is intact.">
        All {verdict.rows.toLocaleString()} entries are as they were written, none is missing, and where the case stands
        is exactly their sum. Checked on this device.
        <div className="quiet">
          Last entry: number {verdict.head.seq}, <span className="hash">{verdict.head.hash}</span>
        </div>
      </Alert>
      {compared !== undefined && <Compared compared={compared} kept={kept} />}
    </Stack>
  );
}

const AGAINST = {
  'cut-off':
    'Entries that your file knows are not there any more: the record was cut off, or goes back to an older backup.',
  changed: 'An entry is another one than in your file: the record was written anew from there.',
  'another-case': 'Your file is about another case.',
};

function Compared({ compared, kept }: { compared: NonNullable<Checked['compared']>; kept: string }) {
  if (compared === 'unreadable')
    return (
      <Alert color="yellow" variant="outline" title={`${kept} could not be compared`}>
        It is neither an export nor a file with a receipt. Use an export, a receipt, or the data of a report or
        certificate (JSON).
      </Alert>
    );
  if (compared.ok)
    return (
      <Alert color="green" variant="outline" icon={<IconShieldCheck />} title={`It agrees with ${kept}`}>
        Everything in your file, up to number {compared.seq}, is in the record unchanged.
      </Alert>
    );
  return (
    <Alert color="red" variant="outline" icon={<IconShieldX />} title={`It does not agree with ${kept}`}>
      {AGAINST[compared.found]} {compared.seq > 0 && `First difference: number ${compared.seq}.`}
    </Alert>
  );
}
