import { Alert, Anchor, Button, Divider, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import type { Rehearsal } from '../../../contract/rehearsal.js';
import { get, send } from '../../api/client.js';
import { type Session, sessionQuery, signInAddress } from '../../api/session.js';
import { useGo } from '../../kit/Go.js';
import { roleName } from '../../kit/words.js';
import { isRehearsal } from '../../shell/mode.js';

type Search = { to?: string; left?: string; ended?: string; error?: string };

/** A path of this console, whatever the address asks for. */
const local = (to = '/'): string => (/^\/(?![/\\])/.test(to) ? to : '/');

const PROBLEMS: Record<string, string> = {
  SignInExpired: 'It took too long, or was finished in another browser. Start it again.',
  SignInFailed: 'Your company’s sign-in did not vouch for you. Start it again.',
  NoRole: 'Your account has no role in Drawbridge. Ask whoever runs it at your company to give you one.',
  AddressNotVerified: 'Your company’s sign-in has not verified your e-mail address.',
  AddressNotAllowed: 'Your e-mail address is not one of your company’s domains.',
  AccountTaken: 'You are known here by another account. Sign in with that one.',
};

/** In a rehearsal one is whoever one wants to be. */
function Cast() {
  const { data } = useQuery({ queryKey: ['rehearsal'], queryFn: () => get<Rehearsal>('/api/rehearsal') });
  const be = async (email: string) => {
    await send('/api/rehearsal/be', { email });
    window.location.assign('/');
  };
  return (
    <Stack gap="xs">
      <Text>This is a rehearsal. Who do you want to be?</Text>
      {data?.people.map(({ name, email, role }) => (
        <Button
          key={email}
          variant="default"
          justify="space-between"
          rightSection={<span className="quiet">{roleName(role)}</span>}
          onClick={() => void be(email)}
        >
          {name}
        </Button>
      ))}
    </Stack>
  );
}

/** The way in: the client's people by their company's sign-in, the vendor's by a code in a mail. */
export function SignIn() {
  const search: Search = useSearch({ strict: false });
  const to = local(search.to);
  useEffect(() => {
    document.title = 'Sign in · Drawbridge';
  }, []);
  return (
    <main style={{ display: 'grid', placeItems: 'center', minHeight: '100vh', padding: 16 }}>
      <Paper p="xl" w="100%" maw={420}>
        <Stack gap="md">
          <Title order={1}>Sign in to Drawbridge</Title>
          {search.ended !== undefined && (
            <Alert variant="outline" title="Your session has ended">
              Sign in again. What you typed is kept.
            </Alert>
          )}
          {search.left !== undefined && <Alert variant="outline">You are signed out.</Alert>}
          {search.error !== undefined && (
            <Alert color="red" variant="outline" role="alert" title="The sign-in did not work">
              {PROBLEMS[search.error] ??
                'Start it again. If it fails again, tell whoever runs Drawbridge at your company.'}
            </Alert>
          )}
          {isRehearsal && <Cast />}
          <Button component="a" href={signInAddress(to)} size="md" fullWidth>
            Sign in with your company account
          </Button>
          <Divider label="You work for the vendor" />
          <VendorSignIn to={to} />
        </Stack>
      </Paper>
    </main>
  );
}

function VendorSignIn({ to }: { to: string }) {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { busy, error, run } = useStep();
  if (sent) return <Code email={email} to={to} back={() => setSent(false)} />;
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
      </Stack>
    </form>
  );
}

function Code({ email, to, back }: { email: string; to: string; back(): void }) {
  const queries = useQueryClient();
  const go = useGo();
  const [code, setCode] = useState('');
  const { busy, error, run } = useStep();
  const enter = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await send<Session>('/api/sign-in/vendor/code', { code: code.replace(/\s/g, '') });
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      go(to, true);
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
