import { say } from '../../say.js';
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
    if (answers === undefined) return notSupplied(scene, say('KT-3.not-supplied'));
    const { state } = scene;
    const heavier = state.plan.model.chosen === 'staff-augmentation';
    const minimum = numberOf(scene, heavier ? 'minimumSessionsStaffAugmentation' : 'minimumSessions');
    const lacking = COVERS.filter((c) => !answers.covers.includes(c));
    const { sessions } = answers;
    return conclude(
      scene,
      [
        ...unless(takesPart(state, answers.owner), say('KT-3.owner-not-in-case', { owner: answers.owner })),
        ...unless(lacking.length === 0, say('KT-3.not-covered', { topics: lacking })),
        ...unless(sessions.length >= minimum, say('KT-3.too-few-sessions', { planned: sessions.length, minimum })),
        ...sessions.flatMap((s) => [
          ...unless(
            isClient(state, s.recipient),
            say('KT-3.recipient-not-client', { topic: s.topic, recipient: s.recipient }),
          ),
          ...unless(
            s.day >= state.intake.startDate,
            say('KT-3.session-before-start', { topic: s.topic, day: s.day, start: state.intake.startDate }),
          ),
        ]),
      ],
      [{ restsOn: [`document:${answers.planHash}`, `link:${answers.planLink}`] }],
    );
  },
});
