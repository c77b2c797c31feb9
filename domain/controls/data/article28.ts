const check = (ask: string) =>
  ({
    kind: 'record',
    ask,
    of: {
      answer: { kind: 'choice', of: ['yes', 'no', 'not-applicable'], ask: 'Does the agreement say so?' },
      where: { kind: 'text', maxLength: 120, optional: true, ask: 'In which clause?' },
    },
  }) as const;

/** The fifteen checks of Art. 28(3) GDPR: six descriptors of its first sentence, items (a) to (h), and its last subparagraph. */
export const ARTICLE_28_3 = {
  subjectMatter: check('Does it set out the subject matter of the processing?'),
  duration: check('Does it set out the duration of the processing?'),
  natureAndPurpose: check('Does it set out the nature and purpose of the processing?'),
  dataTypes: check('Does it set out the types of personal data?'),
  dataSubjects: check('Does it set out the categories of data subjects?'),
  controllerRights: check('Does it set out the obligations and rights of the controller?'),
  a: check('(a) Only on documented instructions, transfers to third countries included?'),
  b: check('(b) Are the people who process the data bound to confidentiality?'),
  c: check('(c) Does the processor take all measures that Art. 32 requires?'),
  d: check('(d) Does the processor respect the conditions for engaging further processors?'),
  e: check('(e) Does the processor assist with data subject requests, as far as the nature of the processing allows?'),
  f: check(
    '(f) Does the processor assist with Art. 32 to 36: security, breaches, impact assessments, prior consultation?',
  ),
  g: check("(g) Is all data deleted or returned at the end, at the controller's choice?"),
  h: check('(h) Does the processor provide all information needed to show compliance, and allow audits?'),
  unlawfulInstructions: check('Does the processor tell the controller at once when an instruction infringes the law?'),
} as const;

export type CheckKey = keyof typeof ARTICLE_28_3;

/**
 * Checks that may not apply: (d) where the agreement forbids any other processor, and (e), which binds only as far as
 * the nature of the processing makes it possible. Everything else every agreement has to say.
 */
export const MAY_NOT_APPLY: readonly CheckKey[] = ['d', 'e'];
