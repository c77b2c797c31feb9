import { say } from '../../say.js';
import { checkerFaults } from '../checked.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { dayEnd, doneOn, plusMonths } from '../days.js';

/** Each person works in an environment that somebody manages, and a look at it holds for a time only. */
export const DC4 = defineControl({
  id: 'DC-4',
  title: 'Controlled, monitored environment: a managed device or virtual desktop, never a personal laptop',
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'person',
  form: {
    environment: {
      kind: 'choice',
      of: ['managed-device', 'virtual-desktop', 'personal-device'],
      ask: 'In what does this person work: a device that the employer or client manages, a virtual desktop, or a device of their own?',
    },
    managedBy: {
      kind: 'choice',
      of: ['client', 'vendor', 'nobody'],
      ask: 'Who manages it: settings, updates and remote wipe?',
    },
    encrypted: { kind: 'yes-no', ask: 'Is everything stored in it encrypted?' },
    endpointProtection: { kind: 'yes-no', ask: 'Does endpoint protection run in it, kept up to date?' },
    monitored: { kind: 'yes-no', ask: 'Do its alerts reach somebody who acts on them?' },
    localCopies: {
      kind: 'yes-no',
      ask: 'For a virtual desktop: can files or the clipboard be copied out of it? Otherwise: can files go to drives or clouds that nobody manages?',
    },
    checkedBy: { kind: 'person', ask: "Which of the client's people checked it?" },
    checkedOn: { kind: 'day', ask: 'On which day?' },
  },
  numbers: ['checkedWithinMonths'],
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DC-4.not-supplied'));
    const { environment, managedBy, encrypted, endpointProtection, monitored, localCopies } = answers;
    return conclude(
      scene,
      [
        ...unless(environment !== 'personal-device', say('DC-4.personal-device')),
        ...unless(managedBy !== 'nobody', say('DC-4.unmanaged')),
        ...unless(encrypted, say('DC-4.not-encrypted')),
        ...unless(endpointProtection, say('DC-4.not-protected')),
        ...unless(monitored, say('DC-4.not-monitored')),
        ...unless(!localCopies, say('DC-4.copies-leave')),
        ...checkerFaults(scene, answers.checkedBy, say('DC-4.environment')),
      ],
      [
        doneOn(scene, answers.checkedOn, say('DC-4.check')),
        {
          restsOn: [],
          until: dayEnd(scene, plusMonths(answers.checkedOn, numberOf(scene, 'checkedWithinMonths'))),
        },
      ],
    );
  },
});
