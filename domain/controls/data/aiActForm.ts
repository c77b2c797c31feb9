const practice = (ask: string) => ({ kind: 'yes-no', ask: `Is it ruled out that the system ${ask}?` }) as const;

/** The practices that Art. 5(1) of Regulation (EU) 2024/1689 prohibits, `ba` and `bb` by Regulation (EU) 2026/1744. */
export const ARTICLE_5 = {
  a: practice('(a) manipulates or deceives people below their awareness, to their harm'),
  b: practice('(b) exploits weakness by age, disability or social or economic situation, to harm'),
  ba: practice('(ba) makes or alters intimate images of people who did not consent'),
  bb: practice('(bb) makes or alters material of sexual abuse of children'),
  c: practice('(c) scores people by social behaviour or traits, to their unjustified disadvantage'),
  d: practice('(d) predicts that a person will commit a crime, from profiling alone'),
  e: practice('(e) builds face databases by untargeted scraping'),
  f: practice('(f) infers emotions at work or in education, other than for medical or safety reasons'),
  g: practice(
    '(g) sorts people by biometrics to infer race, opinions, beliefs, union membership, sex life or orientation',
  ),
  h: practice('(h) identifies people remotely and in real time in public spaces for law enforcement'),
} as const;
export type PracticeKey = keyof typeof ARTICLE_5;

/** Practices that were added later and apply from a day of their own. */
export const ADDED_PRACTICES: readonly PracticeKey[] = ['ba', 'bb'];

/** The duties of Art. 50 of Regulation (EU) 2024/1689. */
const ARTICLE_50 = [
  '50(1)-people-know-they-deal-with-ai',
  '50(2)-generated-content-is-marked',
  '50(3)-people-know-of-emotion-or-biometric-recognition',
  '50(4)-deep-fakes-and-public-texts-are-disclosed',
] as const;

/** What the provider's suppliers lay down in writing: Art. 25(4). */
export const ARTICLE_25_4 = ['information', 'capabilities', 'technical-access', 'assistance'] as const;

const PARTIES = ['client', 'vendor', 'somebody-else'] as const;

/** What is asked of a system that is placed on the market or put into service in the EU. */
export const AI_ACT_FORM = {
  provider: { kind: 'choice', of: PARTIES, ask: 'Who is its provider (Art. 3(3))?' },
  underNameOf: {
    kind: 'choice',
    of: PARTIES,
    ask: 'Under whose name or trademark is it placed on the market or put into service?',
  },
  deployer: { kind: 'choice', of: PARTIES, ask: 'Who is its deployer (Art. 3(4))?' },
  riskClass: {
    kind: 'choice',
    of: ['prohibited', 'high-annex-iii', 'high-annex-i', 'transparency', 'minimal'],
    ask: 'Which risk class is it: prohibited (Art. 5), high-risk by Annex III or Annex I (Art. 6), transparency (Art. 50) or minimal?',
  },
  reason: { kind: 'text', maxLength: 600, ask: 'Why this class? One or two sentences.' },
  practices: { kind: 'record', ask: 'The practices of Art. 5(1), one by one.', of: ARTICLE_5 },
  transparencyDuties: {
    kind: 'choices',
    of: ARTICLE_50,
    ask: 'Which transparency duties of Art. 50 apply? Leave the list empty if none do.',
  },
  transparencyKept: { kind: 'choices', of: ARTICLE_50, ask: 'For which of them is it settled how they are met?' },
  generalPurpose: {
    kind: 'choice',
    of: ['none', 'builds-on-one', 'provides-one'],
    ask: 'Does it build on a general-purpose AI model, or does one of the parties provide such a model itself?',
  },
  modelDocumented: {
    kind: 'yes-no',
    optional: true,
    ask: "If so: is its provider's documentation available (Art. 53(1)(a) and (b))?",
  },
  supplierTerms: {
    kind: 'record',
    optional: true,
    ask: "For a high-risk system: the vendor's written terms as a supplier (Art. 25(4)).",
    of: {
      paper: { kind: 'paper', ask: 'Which registered document contains them?' },
      clause: { kind: 'text', maxLength: 120, ask: 'In which clause?' },
      lays: { kind: 'choices', of: ARTICLE_25_4, ask: 'Which of these do the terms cover?' },
    },
  },
} as const;
