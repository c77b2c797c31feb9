import type { FastifyRequest } from 'fastify';
import type { Api } from '../../api/api.js';
import type { ApiParts } from '../../api/parts.js';
import { Problem } from '../../api/problems.js';
import { cookiesOf } from '../../api/signIn/cookies.js';
import { requireFromHere } from '../../api/signIn/csrf.js';
import { beBody, rehearsal } from '../../contract/rehearsal.js';
import { fromMs, HOUR_MS, plusMs } from '../../domain/time.js';
import type { Store } from '../../store/contract.js';
import type { LiveRehearsal } from './live.js';
import type { OneAtATime } from './oneAtATime.js';
import { partsIn } from './people.js';

/** Longest session of a rehearsal, milliseconds. */
const SESSION_MS = 12 * HOUR_MS;

/** What the routes work on. */
export type LiveParts = { live(): LiveRehearsal; turns: OneAtATime; store: Store; baseUrl: string };

const tags = ['rehearsal'];
const open = { access: 'public' } as const;
const shown = { tags, security: [], response: { 200: rehearsal } };

/** Routes of a rehearsal that people live through: where it stands, letting time pass, and being somebody. Nobody signs in for them: a rehearsal plays everybody. */
export const liveRoutes =
  ({ live, turns, store, baseUrl }: LiveParts): NonNullable<ApiParts['more']> =>
  (api: Api) => {
    // No page elsewhere lets time pass here, or makes its reader somebody.
    const fromHere = async (request: FastifyRequest) => requireFromHere(request, baseUrl);
    const passing = (path: string, summary: string, pass: (live: LiveRehearsal) => Promise<void>) =>
      api.post(`/rehearsal/${path}`, { schema: { ...shown, summary }, config: open, onRequest: fromHere }, () =>
        turns.run(async () => {
          await pass(live());
          return live().state();
        }),
      );
    api.get('/rehearsal', { schema: { ...shown, summary: 'Where the rehearsal stands' }, config: open }, () =>
      turns.run(() => live().state()),
    );
    passing('next-event', 'Let time pass to whatever is due next', (one) => one.nextEvent());
    passing('next-day', 'Let time pass to the next morning', (one) => one.nextDay());
    passing('play', 'Play the next step of the scenario', (one) => one.play());
    const being = { tags, security: [], summary: 'Be somebody of the case', body: beBody };
    api.post('/rehearsal/be', { schema: being, config: open, onRequest: fromHere }, async (request, reply) => {
      const { secret, seconds } = await startAs({ live, store }, request.body.email);
      cookiesOf(baseUrl).session.set(reply, secret, seconds);
      return reply.code(204).send();
    });
  };

/** Starts a session as somebody of the case, in every role that they have there. */
async function startAs({ live, store }: Pick<LiveParts, 'live' | 'store'>, email: string) {
  const { caseId } = live();
  const [found, person] = [await store.cases.get(caseId), await store.people.findByEmail(email)];
  const part = found && partsIn(found.state).find(({ personId }) => personId === person?.personId);
  if (part === undefined) throw new Problem('UnknownPerson', 'Nobody of this case has this address.');
  const isVendor = part.roles.some((role) => role === 'vendor-contact' || role === 'engineer');
  const now = fromMs(Date.now());
  const { secret } = await store.sessions.start({
    ...{ personId: part.personId, side: isVendor ? 'vendor' : 'client', device: 'Rehearsal' },
    grants: part.roles.map((role) => (isVendor ? { role, caseId } : { role })),
    ...{ now, signedInAt: now, endsAt: plusMs(now, SESSION_MS) },
  });
  return { secret, seconds: SESSION_MS / 1_000 };
}
