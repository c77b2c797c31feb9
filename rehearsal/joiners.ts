import { z } from 'zod';
import { accountNames } from '../contract/basics.js';
import type { AccountNames } from '../domain/people/accounts.js';
import type { Step } from './schema.js';

/** Somebody whom a scenario proposes after the case was opened; called by what stands before the @ of the address. */
export type Joiner = { id: string; email: string; name: string; accounts?: AccountNames };

const proposal = z.looseObject({ email: z.string(), name: z.string(), accounts: accountNames.optional() });

/** Everybody whom the steps propose, so that they can act and be looked at like those of the case file. */
export const joinersOf = (steps: Step[]): Joiner[] =>
  steps.flatMap((step) => {
    if (!('do' in step)) return [];
    const bodies = [step.do].flat().flatMap((acts) => acts['propose-person'] ?? []);
    return bodies.flatMap((body): Joiner[] => {
      const read = proposal.safeParse(body);
      if (!read.success) return [];
      const { email, name, accounts } = read.data;
      return [{ id: email.split('@')[0] ?? email, email, name, ...(accounts === undefined ? {} : { accounts }) }];
    });
  });
