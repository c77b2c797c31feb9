import { ENGAGEMENT_MODELS } from '../../case/intake.js';

const FORUMS = ['delivery-board', 'architecture-board', 'security-board', 'executive-sponsors'] as const;
export const CADENCE = ['daily-stand-up', 'weekly-review', 'monthly-strategy'] as const;

/** What each engagement model has to settle; the part of the chosen model is needed. */
export const MODEL_TERMS_FORM = {
  model: { kind: 'choice', of: ENGAGEMENT_MODELS, ask: 'For which engagement model are these terms?' },
  staffAugmentation: {
    kind: 'record',
    optional: true,
    ask: "For staff augmentation: who of the client's people manages whom, and who owns quality and architecture.",
    of: {
      managers: {
        kind: 'list',
        min: 1,
        ask: 'For every engineer, the internal manager and the end of the onboarding.',
        of: {
          engineer: { kind: 'person', ask: 'Which engineer of the vendor?' },
          manager: { kind: 'person', ask: "Which of the client's people manages this engineer day by day?" },
          onboardedBy: { kind: 'day', ask: 'By which day is this engineer onboarded?' },
        },
      },
      qualityOwner: { kind: 'person', ask: "Which of the client's people owns quality control?" },
      architectureOwner: {
        kind: 'person',
        ask: "Which of the client's people owns the architecture and its decisions (KT-1)?",
      },
    },
  },
  project: {
    kind: 'record',
    optional: true,
    ask: 'For a project: what is delivered when, and how it is accepted.',
    of: {
      milestones: {
        kind: 'list',
        min: 1,
        ask: 'The milestones in the order in which they fall due.',
        of: {
          name: { kind: 'text', maxLength: 120, ask: 'What is delivered?' },
          due: { kind: 'day', ask: 'By which day?' },
          acceptance: { kind: 'text', maxLength: 400, ask: 'By which criterion is it accepted?' },
          acceptedBy: { kind: 'person', ask: "Which of the client's people accepts it?" },
        },
      },
    },
  },
  managedTeam: {
    kind: 'record',
    optional: true,
    ask: "For a managed team: the partner's lead, governance, KPIs and cadence.",
    of: {
      lead: { kind: 'person', ask: "Who is the partner's lead?" },
      kpiOwner: { kind: 'person', ask: "Which of the client's people answers for the KPIs?" },
      governance: { kind: 'choices', of: FORUMS, min: 1, ask: 'Which bodies of both sides govern the engagement?' },
      escalatesTo: { kind: 'person', ask: "To which of the client's people does a dispute go?" },
      cadence: { kind: 'choices', of: CADENCE, ask: 'Which meetings are agreed?' },
    },
  },
} as const;
