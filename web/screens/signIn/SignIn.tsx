import { Alert, Button, Divider, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Rehearsal } from '../../../contract/rehearsal.js';
import { get, send } from '../../api/client.js';
import { signInAddress } from '../../api/session.js';
import { roleName } from '../../kit/words.js';
import { isRehearsal } from '../../shell/mode.js';
import { Offer } from '../passkey/Offer.js';
import { useEnter, VendorSignIn } from './VendorSignIn.js';

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
  const [offered, setOffered] = useState(false);
  const come = useEnter(to);
  useEffect(() => {
    document.title = 'Sign in · Drawbridge';
  }, []);
  if (offered)
    return (
      <Door title="You are signed in">
        <Offer onDone={() => void come()} />
      </Door>
    );
  return (
    <Door title="Sign in to Drawbridge">
      {search.ended !== undefined && (
        <Alert variant="outline" title="Your session has ended">
          Sign in again. What you typed is kept.
        </Alert>
      )}
      {search.left !== undefined && <Alert variant="outline">You are signed out.</Alert>}
      {search.error !== undefined && (
        <Alert color="red" variant="outline" role="alert" title="The sign-in did not work">
          {PROBLEMS[search.error] ?? 'Start it again. If it fails again, tell whoever runs Drawbridge at your company.'}
        </Alert>
      )}
      {isRehearsal && <Cast />}
      <Button component="a" href={signInAddress(to)} size="md" fullWidth>
        Sign in with your company account
      </Button>
      <Divider label="You work for the vendor" />
      <VendorSignIn to={to} onOffer={() => setOffered(true)} />
    </Door>
  );
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main style={{ display: 'grid', placeItems: 'center', minHeight: '100vh', padding: 16 }}>
      <Paper p="xl" w="100%" maw={420}>
        <Stack gap="md">
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
