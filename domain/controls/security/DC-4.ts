import { say } from '../../say.js';
import { checkerFaults } from '../checked.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { dayEnd, doneOn, plusMonths } from '../days.js';

/** Each person works in an environment that somebody manages, and a look at it holds for a time only. */
export const DC4 = defineControl({
  id: 'DC-4',
  title: 'Managed, monitored work environment: a managed device or virtual desktop, never a personal laptop',
  area: 'security',
  risk: 'data-exposure',
  nist: 'manage',
  subject: 'person',
  form: {
    environment: {
      kind: 'choice',
      of: ['managed-device', 'virtual-desktop', 'personal-device'],
      ask: 'What does this person work on: a managed device, a virtual desktop or a personal device?',
    },
    managedBy: {
      kind: 'choice',
      of: ['client', 'vendor', 'nobody'],
      ask: 'Who manages it (settings, updates, remote wipe)?',
    },
    encrypted: { kind: 'yes-no', ask: 'Is everything stored on it encrypted?' },
    endpointProtection: { kind: 'yes-no', ask: 'Does it run endpoint protection that is kept up to date?' },
    monitored: { kind: 'yes-no', ask: 'Do its alerts reach someone who acts on them?' },
    localCopies: {
      kind: 'yes-no',
      ask: 'Can files be copied to unmanaged drives or clouds, or out of the virtual desktop (clipboard included)?',
    },
    checkedBy: { kind: 'person', ask: "Which of the client's people checked it?" },
    checkedOn: { kind: 'day', ask: 'When was it checked?' },
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
