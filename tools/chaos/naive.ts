import { randomUUID } from 'node:crypto';
import type { AccessProvider, AccessTarget, Observed } from '../../providers/access/port.js';
import type { MailTransport } from '../../providers/mail/smtp.js';
import type { Store } from '../../store/contract.js';

/** How often everything is simply tried again. */
const TRIES = 3;

/** Appends at whatever head stands there, under an id of its own each time: nothing is known, nothing is behind. Openings hold nothing, mail has no journal. */
export function naiveStore(store: Store): Store {
  const { appendEntries } = store.ledger;
  return {
    ...store,
    ledger: {
      ...store.ledger,
      async appendEntries(input) {
        for (;;) {
          const expected = (await store.cases.get(input.caseId))?.head ?? { seq: 0, hash: '' };
          const answer = await appendEntries({ ...input, expected, commandId: `${input.commandId}~${randomUUID()}` });
          if (answer.status !== 'behind') return answer;
        }
      },
    },
    openings: {
      async hold(caseId, open) {
        const found = await store.cases.get(caseId);
        if (found === undefined) throw new Error('The store has no such case.');
        return open({ state: found.state, stillHeld: async () => true, stopOn: async () => undefined });
      },
    },
    mailJournal: { ...store.mailJournal, begin: async () => 'new', accepted: async () => undefined },
  };
}

/** Believes that what it asked for was done, and never looks. */
export function naiveProvider(provider: AccessProvider): AccessProvider {
  const believed = new Map<string, Observed>();
  const keyOf = ({ place, account }: AccessTarget) => `${place.id}#${account.id}`;
  return {
    ...provider,
    observe: async (target) => believed.get(keyOf(target)) ?? provider.observe(target),
    async grant(target, grant, whileAllowed) {
      await blindly(() => provider.grant(target, grant, whileAllowed));
      const { permission } = grant;
      believed.set(keyOf(target), { ...target, state: 'present', permission, ways: [{ by: 'direct', permission }] });
    },
    async withdraw(target) {
      await blindly(() => provider.withdraw(target));
      believed.set(keyOf(target), { ...target, state: 'absent', ways: [] });
    },
  };
}

/** Hands a letter over again whenever there was no clear yes. */
export const naiveTransport = (transport: MailTransport): MailTransport => ({
  async deliver(mail) {
    for (let left = TRIES; ; left--) {
      const delivery = await transport.deliver(mail);
      if (delivery.status === 'accepted' || left === 1) return delivery;
    }
  },
});

async function blindly(act: () => Promise<void>): Promise<void> {
  for (let left = TRIES; left > 0; left--)
    try {
      return await act();
    } catch (error) {
      if (left === 1) throw error;
    }
}
