import type { SendMailPorts } from '../../../activities/mail/sendMail.js';
import { canonicalText, sha256Hex } from '../../../evidence/chain.js';
import type { KeptLetter, PersonRecord } from '../../../store/contract.js';

type Kept = { status: 'sending' | 'failed' | 'accepted'; note?: unknown };

/** The journal in memory, with the meaning of the one in the database; `broken` makes the next acceptance go unrecorded. */
export function memoryJournal() {
  const kept = new Map<string, Kept>();
  let broken = false;
  const journal: SendMailPorts['journal'] = {
    async begin(mailId) {
      const earlier = kept.get(mailId)?.status;
      if (earlier === 'accepted') return 'accepted';
      kept.set(mailId, { status: 'sending' });
      return earlier === 'sending' ? 'in-doubt' : 'new';
    },
    async accepted(mailId, note) {
      if (broken) {
        broken = false;
        throw new Error('the database went away');
      }
      kept.set(mailId, { status: 'accepted', note });
    },
    async failed(mailId, note) {
      kept.set(mailId, { status: 'failed', note });
    },
  };
  return { journal, kept, breakOnce: () => (broken = true) };
}

/** Kept texts in memory, with the meaning of those in the database. */
export function memoryLetters() {
  const texts = new Map<string, KeptLetter & { to: string; names: string[] }>();
  const letters: SendMailPorts['letters'] = {
    find: async (mailId) => texts.get(mailId),
    async keep(mailId, to, names, text) {
      const kept = texts.get(mailId) ?? { to, names, text, sha256: sha256Hex(canonicalText(text)) };
      texts.set(mailId, kept);
      return kept;
    },
  };
  return { letters, texts };
}

/** The people whom the tests know. */
export function knownPeople(persons: Record<string, PersonRecord | 'erased'>): SendMailPorts['people'] {
  return {
    find: async (personId) => persons[personId],
    namesOf: async (personIds) =>
      Object.fromEntries(
        personIds.map((id) => {
          const person = persons[id];
          return [id, person === undefined || person === 'erased' ? 'erased' : person.name];
        }),
      ),
  };
}
