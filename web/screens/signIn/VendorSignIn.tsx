import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MyPasskeys } from '../../../contract/passkeys.js';
import type { SignInWays } from '../../../contract/session.js';
import { actAs, get, send } from '../../api/client.js';
import { type Session, sessionQuery } from '../../api/session.js';
import { useGo } from '../../kit/Go.js';
import { canPasskey, isOffered, passkeyFault, signInWithPasskey } from '../passkey/passkey.js';

/** The vendor's people come in by a code in a mail, or by a passkey that they have set up. */
export function VendorSignIn({ to, onOffer }: { to: string; onOffer(): void }) {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, error, run } = useStep();
  const enter = useEnter(to);
  if (sent) return <Code email={email} to={to} back={() => setSent(false)} onOffer={onOffer} />;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await send('/api/sign-in/vendor', { email });
      setSent(true);
    });
  };
  return (
    <form onSubmit={ask} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Your e-mail address"
          description="The address to which Drawbridge writes to you. No password is needed."
          type="email"
          autoComplete="email"
          required
          error={error}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          Send me a code
        </Button>
        <ByPasskey onDone={enter} />
      </Stack>
    </form>
  );
}

type Coding = { email: string; to: string; back(): void; onOffer(): void };

function Code({ email, to, back, onOffer }: Coding) {
  const come = useEnter(to);
  const [code, setCode] = useState('');
  const { busy, error, run } = useStep();
  const enter = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await send<Session>('/api/sign-in/vendor/code', { code: code.replace(/\s/g, '') });
      if (await wantsPasskey()) onOffer();
      else await come();
    });
  };
  return (
    <form onSubmit={enter} noValidate>
      <Stack gap="sm">
        <Text>
          If <b>{email}</b> belongs to somebody in a case, a code is on its way. It works for ten minutes, once, in this
          browser.
        </Text>
        <TextInput
          label="Code"
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          error={error}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          Sign in
        </Button>
        <Anchor component="button" type="button" onClick={back}>
          Use another address or get a new code
        </Anchor>
      </Stack>
    </form>
  );
}

/** Goes on to where somebody wanted to be, once they are signed in. */
export function useEnter(to: string): () => Promise<void> {
  const queries = useQueryClient();
  const go = useGo();
  return async () => {
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    go(to, true);
  };
}

/** Whether to offer a passkey to somebody who has just entered a code: they have none, and this device can keep one. */
async function wantsPasskey(): Promise<boolean> {
  const { session } = isOffered() ? await get<SignInWays>('/api/sign-in') : {};
  if (session === undefined) return false;
  actAs({ csrf: session.csrf });
  const found = await get<MyPasskeys>('/api/passkeys').catch(() => undefined);
  return found?.offered === true && found.rows.length === 0;
}

function ByPasskey({ onDone }: { onDone(): Promise<void> }) {
  const { data } = useQuery({
    queryKey: ['ways'],
    queryFn: () => get<SignInWays>('/api/sign-in'),
    enabled: canPasskey(),
  });
  const signIn = useMutation({ mutationFn: signInWithPasskey, onSuccess: onDone });
  if (data?.passkey !== true) return null;
  const fault = signIn.error === null ? undefined : passkeyFault(signIn.error);
  return (
    <>
      <Button variant="default" loading={signIn.isPending} onClick={() => signIn.mutate()}>
        Sign in with a passkey
      </Button>
      {fault !== undefined && <Text role="alert">{fault}</Text>}
    </>
  );
}

/** One step of a form: whether it runs, and what it was refused with. */
function useStep() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = async (step: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await step();
    } catch (fault) {
      setError(fault instanceof Error ? fault.message : 'Something went wrong. Try it again.');
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
