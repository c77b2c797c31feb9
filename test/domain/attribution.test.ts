import fc from 'fast-check';
import { type Party, SYSTEM } from '../../domain/case/roles.js';
import { evolve } from '../../domain/decider/evolve.js';
import { plusMs, toMs } from '../../domain/time.js';
import { attributionView } from '../../presentation/views/attribution.js';
import { Book } from '../support/domain/book.js';
import { live, lives } from '../support/domain/histories.js';

const sum = (totals: Record<Party, number>): number => Object.values(totals).reduce((all, ms) => all + ms, 0);

test('however turns pass, every millisecond until now belongs to exactly one party', () => {
  const { state } = new Book();
  const passes = fc.array(
    fc.record({ ms: fc.nat(400 * 86_400_000), to: fc.constantFrom<Party>('client', 'vendor', 'both', 'nobody') }),
  );
  fc.assert(
    fc.property(passes, fc.nat(86_400_000), (turns, later) => {
      let folded = state;
      let at = state.attribution.since;
      const told: Record<Party, number> = { ...state.attribution.totals };
      for (const { ms, to } of turns) {
        told[folded.attribution.turn] += ms;
        at = plusMs(at, ms);
        folded = evolve(folded, {
          seq: folded.seq + 1,
          at,
          actor: SYSTEM,
          commandId: 'c',
          event: { type: 'PendingPartyChanged', to },
        });
      }
      told[folded.attribution.turn] += later;
      const now = plusMs(at, later);
      const view = attributionView(folded, now);
      expect(view.totalsMs).toEqual(told);
      expect(view.elapsedMs).toBe(toMs(now) - toMs(state.openedAt));
      expect(sum(view.totalsMs)).toBe(view.elapsedMs);
    }),
  );
});

test('so it is after any life of a case', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { state, now } = live(life, new Book());
      const { totalsMs, elapsedMs } = attributionView(state, now);
      expect(sum(totalsMs)).toBe(elapsedMs);
      expect(elapsedMs).toBe(toMs(state.status === 'closed' ? state.attribution.since : now) - toMs(state.openedAt));
    }),
    { numRuns: 2 },
  );
});
