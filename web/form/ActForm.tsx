import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommandType } from '../../contract/commands.js';
import { actsQuery, faultsOf, useAct, usePressKey } from '../api/act.js';
import { codeOf, hides } from '../api/problem.js';
import { actName } from '../kit/acts.js';
import { Fault, Loading } from '../kit/Page.js';
import { Asks } from './Ask.js';
import { useDraft } from './draft.js';
import { type Faults, type JsonObject, type Known, placeOf, type Questions, withoutBlanks } from './field.js';
import { goToFault } from './goToField.js';
import { questionsOf } from './questionsOf.js';

type Props = {
  type: string;
  /** Fields that are known already: they are sent, and not asked. */
  fixed: JsonObject;
  known: Known;
  /** What the button says. */
  label?: string;
  /** Where it is one of several acts on a page. */
  second?: boolean;
  onDone?(): void;
};

/** The form of an act of people, made from the schema of its body. */
export function ActForm(props: Props) {
  const { data, error, refetch } = useQuery(actsQuery);
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  const act = data?.acts[props.type];
  if (act === undefined) return data === undefined ? <Loading rows={3} /> : <Text>This act is not known here.</Text>;
  const questions = Object.fromEntries(
    Object.entries(questionsOf(act.body)).filter(([field]) => !Object.hasOwn(props.fixed, field)),
  );
  return <Filled {...props} summary={act.summary} by={act.by} questions={questions} />;
}

function Filled({
  type,
  fixed,
  known,
  label,
  second = false,
  onDone,
  questions,
  summary,
  by,
}: Props & { questions: Questions; summary: string; by: string }) {
  const { value, change, forget, isDraft } = useDraft(`${known.caseId}/${type}/${JSON.stringify(fixed)}`, {});
  const { key, renew, refused } = usePressKey();
  const act = useAct(known.caseId, known.role === undefined ? {} : { role: known.role });
  const faults = placedFaults(act.error);
  const loose =
    Object.keys(faults).length === 0 ||
    Object.keys(faults).some((path) => !Object.hasOwn(questions, path.split(/[.[]/)[0] ?? ''));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The form may be gone before its answer is here: what it was for is done by then.
        void act.mutateAsync({ type, body: { ...withoutBlanks(value), ...fixed }, key }).then(
          () => {
            renew();
            forget();
            onDone?.();
          },
          (error: Error) => {
            refused(error);
            goToFault(placedFaults(error));
          },
        );
      }}
    >
      <Stack gap="md">
        <div className="quiet">
          {summary}. By: {by}.
        </div>
        <Asks questions={questions} value={value} faults={faults} known={known} onChange={change} />
        {act.error !== null && loose && (
          <Alert color="red" variant="outline" role="alert" data-code={codeOf(act.error)}>
            {act.error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          {isDraft && (
            <Button variant="subtle" color="gray" onClick={() => forget()}>
              Discard draft
            </Button>
          )}
          <Button type="submit" loading={act.isPending} {...(second && { variant: 'default' })}>
            {label ?? actName(type)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is wrong, by the place of its field in the form. */
export const placedFaults = (error: Error | null): Faults =>
  Object.fromEntries(Object.entries(faultsOf(error)).map(([path, message]) => [placeOf(path), message]));

type ButtonProps = Props & { type: CommandType; variant?: 'default' | 'filled' | 'subtle' };

/** An act behind a button: its form opens above the page. */
export function ActButton({ variant = 'default', ...form }: ButtonProps) {
  const [open, setOpen] = useState(false);
  const label = form.label ?? actName(form.type);
  return (
    <>
      <Button variant={variant} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={label} size="lg">
        {open && (
          <ActForm
            {...form}
            onDone={() => {
              setOpen(false);
              form.onDone?.();
            }}
          />
        )}
      </Modal>
    </>
  );
}
