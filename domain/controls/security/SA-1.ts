import { type Said, say } from '../../say.js';
import { earliest, toMs } from '../../time.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths, spansMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';
import { SOC2_FORM } from './soc2Form.js';

type Answers = FormOf<typeof SOC2_FORM>;

function opinionFaults({ opinion, qualification, criteria, exceptions }: Answers): Said[] {
  const unanswered = exceptions.filter((e) => e.managementResponse === undefined).map((e) => e.exception);
  const outside = qualification !== undefined && !criteria.includes(qualification.criterion);
  return [
    ...unless(opinion === 'unqualified' || opinion === 'qualified', say('SA-1.opinion', { opinion })),
    ...unless(opinion !== 'qualified' || qualification !== undefined, say('SA-1.qualification-missing')),
    ...unless(opinion !== 'qualified' || qualification?.criterion !== 'security', say('SA-1.security-qualified')),
    ...unless(!outside, say('SA-1.qualification-outside', { criterion: qualification?.criterion })),
    ...unless(unanswered.length === 0, say('SA-1.no-response', { exceptions: unanswered })),
  ];
}

function periodFaults(scene: Scene, { periodStart, periodEnd, reportDate, firstReport }: Answers): Said[] {
  const months = numberOf(scene, firstReport ? 'firstPeriodMonths' : 'minimumPeriodMonths');
  return [
    ...unless(periodStart <= periodEnd, say('SA-1.period-reversed', { from: periodStart, through: periodEnd })),
    ...unless(
      spansMonths(periodStart, periodEnd, months),
      say(firstReport ? 'SA-1.first-period-short' : 'SA-1.period-short', { minimum: months }),
    ),
    ...unless(periodEnd <= reportDate, say('SA-1.dated-early', { dated: reportDate, through: periodEnd })),
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

function bridgeFaults(scene: Scene, { periodEnd, bridge }: Answers): Said[] {
  if (bridge === undefined) return [];
  const most = numberOf(scene, 'bridgeLetterMaxMonths');
  const last = plusMonths(plusMonths(periodEnd, numberOf(scene, 'validMonths')), most);
  return [
    ...unless(
      bridge.coversUntil <= last,
      say('SA-1.bridge-too-long', { until: bridge.coversUntil, last, limit: most }),
    ),
    ...unless(!bridge.materialChanges, say('SA-1.bridge-changes')),
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
  attests: 'held',
  form: { ...paperFields('the SOC 2 report'), ...SOC2_FORM },
  numbers: ['minimumPeriodMonths', 'firstPeriodMonths', 'validMonths', 'bridgeLetterMaxMonths'],
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('SA-1.not-supplied'));
    const typeTwo = answers.reportType === 'type-2';
    return conclude(
      scene,
      [
        ...unless(typeTwo, say('SA-1.type-1')),
        ...(typeTwo ? periodFaults(scene, answers) : []),
        ...unless(answers.criteria.includes('security'), say('SA-1.no-security')),
        ...unless(answers.coversService, say('SA-1.other-system')),
        ...opinionFaults(answers),
        ...unless(answers.auditorIsCpaFirm, say('SA-1.not-cpa', { auditor: answers.auditor })),
        ...bridgeFaults(scene, answers),
      ],
      [
        paperPart(scene, answers, { kind: 'attestation-report', signers: [] }),
        doneOn(scene, answers.reportDate, say('SA-1.report')),
        windowPart(scene, answers),
        ...(answers.qualification === undefined
          ? []
          : [doneOn(scene, answers.qualification.remediedOn, say('SA-1.remedy'))]),
      ],
    );
  },
});
