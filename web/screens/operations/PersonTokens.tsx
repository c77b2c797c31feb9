import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TokenList } from '../../../contract/tokens.js';
import { get, send } from '../../api/client.js';
import { hides } from '../../api/problem.js';
import { Fault, Loading } from '../../kit/Page.js';
import { When } from '../../kit/When.js';
import { nameOf, roleName } from '../../kit/words.js';
import { ConfirmButton } from './ConfirmButton.js';

/** The tokens that somebody can act by, the latest first, each with the way to end it. */
export function PersonTokens({ person }: { person: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['person-tokens', person],
    queryFn: ({ signal }) => get<TokenList>(`/api/tokens?${new URLSearchParams({ person })}`, {}, signal),
    retry: false,
  });
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={2} />;
  const valid = data.rows.filter(
    ({ revokedAt, expiresAt }) => revokedAt === undefined && Date.parse(expiresAt) > Date.now(),
  );
  const ended = data.rows.length - valid.length;
  return (
    <div>
      {valid.length === 0 && <span className="quiet">No valid token.</span>}
      {valid.map((row) => (
        <Token key={row.tokenId} row={row} names={data.names} />
      ))}
      {ended > 0 && <div className="quiet">{ended} ended or expired, in the log of custody.</div>}
    </div>
  );
}

function Token({ row, names }: { row: TokenList['rows'][number]; names: Record<string, string> }) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => send(`/api/tokens/${row.tokenId}`, undefined, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const { role, scope, issuedBy, issuedAt, expiresAt, claimUntil } = row;
  return (
    <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
      <div>
        {role === undefined ? `Made by themselves, to ${scope ?? 'act'}` : `Token as ${roleName(role).toLowerCase()}`}
        <div className="quiet">
          {claimUntil === undefined ? 'Valid until' : 'Not claimed yet; valid until'} <When at={expiresAt} />
          {issuedAt !== undefined && (
            <>
              , issued <When at={issuedAt} />
              {issuedBy !== undefined && issuedBy.personId !== 'system' && ` by ${nameOf(names, issuedBy.personId)}`}
            </>
          )}
        </div>
        {end.error !== null && <Fault error={end.error} />}
      </div>
      <ConfirmButton ask="End" sure="End this token" onSure={() => end.mutate()} busy={end.isPending} />
    </div>
  );
}
