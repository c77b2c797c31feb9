import type { Why } from '../../say.js';
import { earliest, toMs } from '../../time.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths, spansMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { SOC2_FORM } from './soc2Form.js';

type Answers = FormOf<typeof SOC2_FORM>;

function opinionFaults({ opinion, qualification, criteria, exceptions }: Answers): Why[] {
  const unanswered = exceptions.filter((e) => e.managementResponse === undefined).map((e) => e.exception);
  const outside = qualification !== undefined && !criteria.includes(qualification.criterion);
  return [
    ...unless(
      opinion === 'unqualified' || opinion === 'qualified',
      `The auditor's opinion is ${opinion}; it has to be unqualified.`,
    ),
    ...unless(
      opinion !== 'qualified' || qualification !== undefined,
      'The opinion is qualified and the report of what was put right is missing; say which criterion it is and when it was remedied.',
    ),
    ...unless(
      opinion !== 'qualified' || qualification?.criterion !== 'security',
      'The opinion is qualified on security, the mandatory criterion; it has to be unqualified there.',
    ),
    ...unless(!outside, 'The qualification is on a criterion that the report does not cover; correct one of the two.'),
    ...unless(
      unanswered.length === 0,
      `There is no response of the management to: ${unanswered.join('; ')}; each exception needs one.`,
    ),
  ];
}

function periodFaults(scene: Scene, { periodStart, periodEnd, reportDate, firstReport }: Answers): Why[] {
  const months = numberOf(scene, firstReport ? 'firstPeriodMonths' : 'minimumPeriodMonths');
  return [
    ...unless(periodStart <= periodEnd, 'The period ends before it starts; correct the days.'),
    ...unless(
      spansMonths(periodStart, periodEnd, months),
      `The period tested is shorter than ${months} months${firstReport ? ', the least for a first report' : ''}; a longer one is needed.`,
    ),
    ...unless(periodEnd <= reportDate, 'The report is dated before its period ends; correct the days.'),
  ];
}

/** How long the report is relied on: some months after its period, and longer by a bridge letter. */
function windowPart(scene: Scene, { periodEnd, bridge }: Answers): Part {
  const own = dayEnd(scene, plusMonths(periodEnd, numberOf(scene, 'validMonths')));
  if (bridge === undefined) return { restsOn: [], until: own };
  const letter = paperPart(scene, bridge, { kind: 'bridge-letter', signers: ['vendor'] });
  const bridged = earliest([dayEnd(scene, bridge.coversUntil), letter.until]);
  return letter.missing !== undefined || bridged === undefined || toMs(bridged) <= toMs(own)
    ? { restsOn: [], until: own }
    : { restsOn: letter.restsOn, until: bridged };
}

function bridgeFaults(scene: Scene, { periodEnd, bridge }: Answers): Why[] {
  if (bridge === undefined) return [];
  const most = numberOf(scene, 'bridgeLetterMaxMonths');
  const last = plusMonths(plusMonths(periodEnd, numberOf(scene, 'validMonths')), most);
  return [
    ...unless(
      bridge.coversUntil <= last,
      `The bridge letter reaches beyond ${last}; it may bridge ${most} months at most, then a new report is needed.`,
    ),
    ...unless(
      !bridge.materialChanges,
      'The bridge letter tells of material changes to the controls; a new report is needed.',
    ),
  ];
}

/** SOC 2 Type II: controls that worked over a period, by a CPA firm. A Type I report alone is refused. */
export const SA1 = defineControl({
  id: 'SA-1',
  title: 'Current SOC 2 Type II report',
  area: 'security',
  risk: 'data-exposure',
  nist: 'measure',
  subject: 'case',
  form: { ...paperFields('the SOC 2 report'), ...SOC2_FORM },
  numbers: ['minimumPeriodMonths', 'firstPeriodMonths', 'validMonths', 'bridgeLetterMaxMonths'],
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'No SOC 2 Type II report is supplied yet.');
    const typeTwo = answers.reportType === 'type-2';
    return conclude(
      scene,
      [
        ...unless(
          typeTwo,
          'This is a Type I report: it says that controls were designed, not that they worked; a Type II report is needed.',
        ),
        ...(typeTwo ? periodFaults(scene, answers) : []),
        ...unless(
          answers.criteria.includes('security'),
          'The report does not cover the security criterion, which is mandatory.',
        ),
        ...unless(
          answers.coversService,
          'The system described is not the one that does this work; the report has to cover it.',
        ),
        ...opinionFaults(answers),
        ...unless(
          answers.auditorIsCpaFirm,
          `${answers.auditor} is not a licensed CPA firm; only such a firm may issue a SOC 2 report.`,
        ),
        ...bridgeFaults(scene, answers),
      ],
      [
        paperPart(scene, answers, { kind: 'attestation-report', signers: [] }),
        doneOn(scene, answers.reportDate, 'The date of the report'),
        windowPart(scene, answers),
        ...(answers.qualification === undefined
          ? []
          : [doneOn(scene, answers.qualification.remediedOn, 'The remedy of the qualified criterion')]),
      ],
    );
  },
});
