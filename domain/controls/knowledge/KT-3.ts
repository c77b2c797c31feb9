import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { isClient, takesPart } from '../sides.js';

const COVERS = ['code', 'models-and-weights', 'data', 'access-and-accounts', 'documentation', 'open-work'] as const;

/** A plan for offboarding and knowledge transfer, from day one; heavier where knowledge leaves with the person. */
export const KT3 = defineControl({
  id: 'KT-3',
  title: 'Offboarding and knowledge-transfer plan from day one',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'govern',
  subject: 'case',
  form: {
    planHash: { kind: 'hash', ask: 'SHA-256 of the plan.' },
    planLink: { kind: 'url', ask: 'Where is the plan kept?' },
    owner: { kind: 'person', ask: 'Who carries it out?' },
    covers: { kind: 'choices', of: COVERS, ask: 'For what does it say how it is handed over or withdrawn?' },
    sessions: {
      kind: 'list',
      ask: 'The hand-over sessions planned.',
      of: {
        topic: { kind: 'text', maxLength: 200, ask: 'What is handed over?' },
        day: { kind: 'day', ask: 'On which day?' },
        recipient: { kind: 'person', ask: "Which of the client's people takes it over?" },
      },
    },
  },
  numbers: ['minimumSessions', 'minimumSessionsStaffAugmentation'],
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined)
      return notSupplied(scene, 'There is no plan for offboarding and knowledge transfer yet.');
    const { state } = scene;
    const heavier = state.plan.model.chosen === 'staff-augmentation';
    const minimum = numberOf(scene, heavier ? 'minimumSessionsStaffAugmentation' : 'minimumSessions');
    const lacking = COVERS.filter((c) => !answers.covers.includes(c));
    const { sessions } = answers;
    return conclude(
      scene,
      [
        ...unless(
          takesPart(state, answers.owner),
          'The owner of the plan takes no part in this case; name somebody who does.',
        ),
        ...unless(lacking.length === 0, `The plan does not cover ${lacking.join(', ')}; it has to.`),
        ...unless(
          sessions.length >= minimum,
          `The policy wants at least ${minimum} hand-over sessions: only ${sessions.length} planned; plan what is missing.`,
        ),
        ...sessions.flatMap((s) => [
          ...unless(
            isClient(state, s.recipient),
            `"${s.topic}" is handed to nobody of the client's; name one of the client's people.`,
          ),
          ...unless(
            s.day >= state.intake.startDate,
            `"${s.topic}" would be handed over before the start date; correct the day.`,
          ),
        ]),
      ],
      [{ restsOn: [`document:${answers.planHash}`, `link:${answers.planLink}`] }],
    );
  },
});
