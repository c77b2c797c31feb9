import { Alert, Box, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { WaitingDevice } from '../../../contract/device.js';
import { signInAgain } from '../../api/act.js';
import { send } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { Go } from '../../kit/Go.js';
import { Page } from '../../kit/Page.js';
import { near } from '../../kit/times.js';
import { When } from '../../kit/When.js';
import { keepCode, keptCode } from './keptCode.js';

type Found = { code: string; asks: WaitingDevice };
type Answer = 'allowed' | 'refused';

/** Signs a command line in by the code that it shows: first who asks, then yes or no. */
export function Device() {
  const [found, setFound] = useState<Found>();
  const [answer, setAnswer] = useState<Answer>();
  return (
    <Page title="Sign in the command line" under="It works as you on the machine that you run it on.">
      <Box maw={560}>
        {answer !== undefined && found !== undefined ? (
          <Answered answer={answer} device={found.asks.device} />
        ) : found === undefined ? (
          <EnterCode onFound={setFound} />
        ) : (
          <Decide found={found} back={() => setFound(undefined)} onAnswer={setAnswer} />
        )}
      </Box>
    </Page>
  );
}

function EnterCode({ onFound }: { onFound(found: Found): void }) {
  const [code, setCode] = useState(keptCode);
  useEffect(() => keepCode(undefined), []);
  const find = useMutation({
    mutationFn: () => send<WaitingDevice>('/api/device/find', { userCode: code }),
    onSuccess: (asks) => onFound({ code, asks }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Alert variant="outline" title="Only if you have just run “drawbridge sign-in” yourself">
          A code that somebody sent you, or told you on the phone, lets them act as you.
        </Alert>
        <TextInput
          label="Code"
          description="Eight letters, as the command line shows them."
          placeholder="BCDF-GHJK"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          required
          maxLength={20}
          error={find.error?.message}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={find.isPending} disabled={code.trim() === ''}>
            Continue
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Deciding = { found: Found; back(): void; onAnswer(answer: Answer): void };

function Decide({ found: { code, asks }, back, onAnswer }: Deciding) {
  const { side, person } = useSession();
  const say = useMutation({
    mutationFn: async (verb: 'allow' | 'refuse') =>
      (await send<{ answer: Answer }>(`/api/device/${verb}`, { userCode: code })).answer,
    onSuccess: onAnswer,
    onError: (error) => {
      keepCode(code);
      signInAgain(error, side);
    },
  });
  return (
    <Stack gap="md">
      <Title order={2}>A command line wants to sign in as you</Title>
      <dl className="facts">
        <dt>Calls itself</dt>
        <dd>{asks.device}</dd>
        <dt>From</dt>
        <dd>
          {asks.address}
          {asks.sameAddress ? ', the same network address as this browser' : ', not where this browser is'}
        </dd>
        <dt>Asked</dt>
        <dd>
          <When at={asks.askedAt} />, waits until {near(asks.expiresAt)}
        </dd>
        <dt>May</dt>
        <dd>
          {asks.scope === 'act'
            ? `read and act as ${person.name}, but not decide, sign or do what else wants a fresh sign-in`
            : `read what ${person.name} may read`}
        </dd>
        <dt>Until</dt>
        <dd>{asks.days} days from now, or until you end it on your account</dd>
      </dl>
      {!asks.sameAddress && (
        <Alert color="red" variant="outline" title="It asks from another network address than yours">
          That is right for a server that you are signed in to. Otherwise, deny it.
        </Alert>
      )}
      {say.error !== null && (
        <Alert color="red" variant="outline" role="alert">
          {say.error.message}
        </Alert>
      )}
      <Group>
        <Button loading={say.isPending && say.variables === 'allow'} onClick={() => say.mutate('allow')}>
          Allow
        </Button>
        <Button
          variant="default"
          loading={say.isPending && say.variables === 'refuse'}
          onClick={() => say.mutate('refuse')}
        >
          Deny
        </Button>
        <Button variant="subtle" color="gray" onClick={back}>
          Another code
        </Button>
      </Group>
    </Stack>
  );
}

function Answered({ answer, device }: { answer: Answer; device: string }) {
  return (
    <Alert variant="outline" role="status" title={answer === 'allowed' ? 'Signed in' : 'Denied'}>
      {answer === 'allowed'
        ? `Go back to where it runs; it calls itself “${device}”. It goes on by itself within seconds.`
        : `It gets nothing. If you did not ask for it, tell whoever runs Drawbridge at your company.`}{' '}
      <Go to="/me">Your account</Go> lists what acts as you.
    </Alert>
  );
}
