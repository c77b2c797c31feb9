import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MyPasskeys } from '../../../contract/passkeys.js';
import { signInAgain } from '../../api/act.js';
import { get, send } from '../../api/client.js';
import { Fault, Loading, Section } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { addPasskey, canPasskey, passkeyFault } from '../passkey/passkey.js';

const passkeysQuery = queryOptions({ queryKey: ['me', 'passkeys'], queryFn: () => get<MyPasskeys>('/api/passkeys') });

/** The devices on which somebody of a vendor signs in without a code. */
export function Passkeys() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const again = () => queries.invalidateQueries({ queryKey: passkeysQuery.queryKey });
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: again,
    onError: (fault) => signInAgain(fault, 'vendor'),
  });
  const remove = useMutation({
    mutationFn: (passkeyId: string) => send(`/api/passkeys/${passkeyId}`, undefined, { method: 'DELETE' }),
    onSuccess: again,
  });
  const fault = add.error === null ? undefined : passkeyFault(add.error);
  const canAdd = data?.offered === true && canPasskey();
  if (data !== undefined && !canAdd && data.rows.length === 0) return null;
  return (
    <Section
      title="Passkeys"
      aside={
        canAdd && (
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate()}>
            Set up a passkey
          </Button>
        )
      }
    >
      {error !== null && <Fault error={error} again={refetch} />}
      {remove.error !== null && <Fault error={remove.error} />}
      {fault !== undefined && <p role="alert">{fault}</p>}
      {data === undefined && error === null && <Loading rows={1} />}
      {data?.rows.length === 0 && (
        <div className="quiet">With a passkey on this device you sign in without a code from your mail.</div>
      )}
      {data?.rows.map(({ passkeyId, device, madeAt, usedAt }) => (
        <div key={passkeyId} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
          <div>
            <b>{device}</b>
            <div className="quiet">
              Since <When at={madeAt} />
              {usedAt === undefined ? (
                ', not used yet'
              ) : (
                <>
                  , last used <When at={usedAt} />
                </>
              )}
            </div>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`Remove the passkey of ${device}`}
            loading={remove.isPending && remove.variables === passkeyId}
            onClick={() => remove.mutate(passkeyId)}
          >
            Remove
          </Button>
        </div>
      ))}
    </Section>
  );
}
