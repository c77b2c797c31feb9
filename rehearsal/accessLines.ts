import { isManual } from '../domain/access/resources.js';
import type { CaseEvent } from '../domain/case/events.js';
import { wordsOf } from '../presentation/words/words.js';
import type { Mark } from './assessed.js';

type AccessFact = Extract<
  CaseEvent,
  {
    type:
      | 'AccessOpened'
      | 'AccessEnded'
      | 'AccessWithdrawn'
      | 'AbsenceProven'
      | 'AccessFoundAfterEnd'
      | 'AccessFailed'
      | 'ManualChangeAttested'
      | 'ManualAccessVerified';
  }
>;

/** One line of the story for a fact of an access; what is held by hand was seen by a person and not read at a provider. */
export function accessLine(event: AccessFact, named: (lease: string) => string): { mark: Mark; text: string } {
  const byHand = isManual(event.lease.slice(event.lease.indexOf('/') + 1));
  const which = `ACCESS ${named(event.lease)}`;
  switch (event.type) {
    case 'AccessOpened':
      return {
        mark: 'good',
        text: `${which}: ${event.permission}, seen ${byHand ? 'by its checker' : 'at the provider'}`,
      };
    case 'AccessEnded':
      return { mark: 'bad', text: `${which} ends: ${event.cause} (${wordsOf(event.detail)})` };
    case 'AccessWithdrawn':
      return {
        mark: 'good',
        text: `${which} is withdrawn: ${byHand ? 'its checker found nothing' : 'read back as absent'}`,
      };
    case 'AbsenceProven':
      return { mark: 'note', text: `${which} is still absent after ${event.hours} h` };
    case 'AccessFoundAfterEnd':
      return { mark: 'bad', text: `${which} was found again after its end` };
    case 'AccessFailed':
      return { mark: 'bad', text: `${which} could not be changed: ${event.code}` };
    case 'ManualChangeAttested':
      return { mark: 'note', text: `${which} is reported ${event.is} by hand; a check has to follow` };
    case 'ManualAccessVerified':
      return { mark: 'note', text: `${which} is found ${event.found} by its checker` };
    default: {
      const never: never = event;
      return never;
    }
  }
}
