import { Stack } from '@mantine/core';
import { useSession } from '../../api/session.js';
import { Page } from '../../kit/Page.js';
import { near } from '../../kit/times.js';
import { listed, roleName } from '../../kit/words.js';
import { Calendar } from './Calendar.js';
import { Passkeys } from './Passkeys.js';
import { Sessions } from './Sessions.js';
import { Tokens } from './Tokens.js';

/** Who I am here, where I am signed in, and what else acts or reads as me. */
export function Me() {
  const { person, roles, side, signedInAt, endsAt } = useSession();
  const held = roles.length === 0 ? 'no role' : listed(roles.map(roleName));
  return (
    <Page
      title="Your account"
      under={
        <>
          <b>{person.name}</b>, {held}
          {side === 'client' ? '. Roles come from your company’s sign-in.' : '.'} Signed in {near(signedInAt)}, at most
          until {near(endsAt)}.
        </>
      }
    >
      <Stack gap="xl">
        <Sessions />
        {side === 'vendor' && <Passkeys />}
        <Tokens />
        <Calendar />
      </Stack>
    </Page>
  );
}
