import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { addPasskey, offerNoMore, passkeyFault } from './passkey.js';

/** Offers to come in without a code next time; whoever declines is not asked again on this device. */
export function Offer({ onDone }: { onDone(): void }) {
  const add = useMutation({ mutationFn: addPasskey, onSuccess: onDone });
  const fault = add.error === null ? undefined : passkeyFault(add.error);
  return (
    <Stack gap="sm">
      <Text fw={600}>Next time without a code?</Text>
      <Text>
        This device can keep a passkey for Drawbridge. You then sign in with your fingerprint, your face or the PIN of
        the device; none of that leaves it.
      </Text>
      {fault !== undefined && <Text role="alert">{fault}</Text>}
      <Group gap="sm">
        <Button loading={add.isPending} onClick={() => add.mutate()}>
          Set up a passkey
        </Button>
        <Button
          variant="default"
          onClick={() => {
            offerNoMore();
            onDone();
          }}
        >
          Not on this device
        </Button>
      </Group>
    </Stack>
  );
}
