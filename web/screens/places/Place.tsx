import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PlaceRow } from '../../../contract/places.js';
import { lookFailure, unseenText } from '../../../presentation/words/looks.js';
import { providerText } from '../../../presentation/words/places.js';
import { hides } from '../../api/problem.js';
import { Go } from '../../kit/Go.js';
import { Loading, Page, PageFault, Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, listed } from '../../kit/words.js';
import { Holders } from './Holders.js';
import { KnownAccounts, UnknownAccounts } from './PlaceAccounts.js';
import { placeQuery } from './queries.js';

/** One place: its last look, who is unknown there, who holds what by which case, and who is known. */
export function Place() {
  const { provider = '', place = '' } = useParams({ strict: false });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    placeQuery(provider, place),
  );
  if (hides(error, data)) return <PageFault error={error} again={refetch} />;
  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) return <Loading />;
  const cases = data.pages.flatMap(({ rows }) => rows);
  const names = Object.assign({}, ...data.pages.map((page) => page.names));
  const { name, provider: of, caseCount } = first.place;
  return (
    <Page
      title={name}
      under={
        <>
          <Go to="/access/places">Places</Go> · {providerText(of)} · {counted(caseCount, 'case')}
        </>
      }
    >
      <Stack gap="xl">
        <Look place={first.place} />
        <UnknownAccounts cases={cases} names={names} />
        <Holders cases={cases} names={names} lookedAt={first.place.lookedAt ?? ''} />
        <KnownAccounts cases={cases} names={names} />
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {counted(caseCount - cases.length, 'more case')}
          </Button>
        )}
      </Stack>
    </Page>
  );
}

/** When the place was looked at, what could not be seen, and whether looks fail. */
function Look({ place }: { place: PlaceRow }) {
  const { lookedAt, nextLookAt, everyHours, accounts, unseen, failingSince, code } = place;
  return (
    <Section title="Looks at the place">
      <dl className="facts">
        <dt>Last look</dt>
        <dd>
          {lookedAt === undefined ? (
            'None yet'
          ) : (
            <>
              <When at={lookedAt} />
              {accounts !== undefined && `, ${counted(accounts, 'account')} there`}
            </>
          )}
        </dd>
        <dt>Next look</dt>
        <dd>
          <When at={nextLookAt} />, every {counted(everyHours, 'hour')}
        </dd>
        {failingSince !== undefined && (
          <>
            <dt>Looks fail</dt>
            <dd>
              <State is="refused" word="Nobody sees what changes there" />
              <div>
                Since <When at={failingSince} />
                {code !== undefined && `: ${lookFailure(code)}`}.
              </div>
            </dd>
          </>
        )}
        {unseen.length > 0 && (
          <>
            <dt>Not seen</dt>
            <dd>
              Whoever comes in by {listed(unseen.map(unseenText))}: the credentials of Drawbridge may not list them.
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}
