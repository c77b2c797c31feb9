import type { CaseState } from '../../case/state.js';
import { localDay } from '../../clocks/businessTime.js';
import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { earliest, toMs } from '../../time.js';
import { isVendorCompany } from '../company.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { dayEnd, doneOn, plusMonths, spansMonths } from '../days.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { isClient, roleOf } from '../sides.js';
import { SOC2_REPORT } from './soc2Form.js';
import { openUserEntityControls, userEntityControlsOf } from './userEntityControls.js';

type Answers = FormOf<typeof SOC2_REPORT>;

/** A remedy of what the auditor found in the period cannot be older than the period. */
const remedyFaults = ({ qualification, periodStart }: Answers): Said[] =>
  unless(
    qualification === undefined || qualification.remediedOn >= periodStart,
    say('SA-1.remedied-before', { remedied: qualification?.remediedOn, from: periodStart }),
  );

function opinionFaults({ opinion, qualification, criteria, exceptions }: Answers): Said[] {
  const unanswered = exceptions.filter((e) => e.managementResponse === undefined).map((e) => e.exception);
  const outside = qualification !== undefined && !criteria.includes(qualification.criterion);
  return [
    ...unless(opinion === 'unqualified' || opinion === 'qualified', say('SA-1.opinion', { opinion })),
    ...unless(opinion !== 'qualified' || qualification !== undefined, say('SA-1.qualification-missing')),
    ...unless(opinion !== 'qualified' || qualification?.criterion !== 'security', say('SA-1.security-qualified')),
    ...unless(
      opinion !== 'unqualified' || qualification === undefined,
      say('SA-1.unqualified-with-qualification', { criterion: qualification?.criterion }),
    ),
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

/** How long the report is relied on: some months after its period; a bridge letter covers months from the end of the period as well. */
function windowPart(scene: Scene, { periodEnd, bridge }: Answers): Part {
  const own = dayEnd(scene, plusMonths(periodEnd, numberOf(scene, 'validMonths')));
  if (bridge === undefined) return { restsOn: [], until: own };
  const letter = paperPart(scene, bridge, { kind: 'bridge-letter', signers: ['vendor'] });
  const most = dayEnd(scene, plusMonths(periodEnd, numberOf(scene, 'bridgeLetterMaxMonths')));
  const bridged = earliest([dayEnd(scene, bridge.coversUntil), most, letter.until]);
  return letter.missing !== undefined || bridged === undefined || toMs(bridged) <= toMs(own)
    ? { restsOn: [], until: own }
    : { restsOn: letter.restsOn, until: bridged };
}

/** A letter starts where the audited period ends, and cannot say much of the time after it was written. */
function bridgeFaults(scene: Scene, { periodEnd, bridge }: Answers): Said[] {
  if (bridge === undefined) return [];
  const { coversUntil: until } = bridge;
  const limit = numberOf(scene, 'bridgeLetterMaxMonths');
  const letter = own(scene.state.papers, bridge.paper);
  const dated = letter === undefined ? undefined : localDay(scene.state.calendars.client, letter.from);
  const last = dated === undefined ? undefined : plusMonths(dated, limit);
  return [
    ...unless(until > periodEnd, say('SA-1.bridge-inside', { until, through: periodEnd })),
    ...unless(last === undefined || until <= last, say('SA-1.bridge-too-long', { until, dated, last, limit })),
    ...unless(!bridge.materialChanges, say('SA-1.bridge-changes')),
  ];
}

/** What a part of the vendor's system that somebody else runs is attested by: the report itself, or one of its own. */
const subserviceFaults = ({ subservice = [] }: Answers): Said[] =>
  subservice.flatMap(({ company, method, ownReportRead }) =>
    unless(method === 'inclusive' || ownReportRead === true, say('SA-1.carved-out', { company })),
  );

/** The auditor's opinion assumes that the client does its own part, so each part has one of the client's people for an owner. */
function userEntityFaults({ state }: Scene, { userEntityControls = [] }: Answers): Said[] {
  const ids = userEntityControls.map((c) => c.id);
  return [
    ...unless(new Set(ids).size === ids.length, say('SA-1.user-entity-twice')),
    ...userEntityControls.flatMap(({ id, owner }) =>
      unless(isClient(state, owner), say('SA-1.user-entity-outside', { id, owner })),
    ),
  ];
}

/** One part for each control that is still to be put in place; whose it is, is a task of its own. */
const userEntityParts = (state: CaseState): Part[] =>
  openUserEntityControls(state).map(({ id, owner }) => ({
    restsOn: [],
    missing: { what: say('SA-1.user-entity-open', { id, owner }), turn: roleOf(state, owner) },
  }));

/** SOC 2 Type II: controls that worked over a period, by a CPA firm. A Type I report alone is refused. */
export const SA1 = defineControl({
  id: 'SA-1',
  title: 'Current SOC 2 Type II report',
  area: 'security',
  risk: 'data-exposure',
  nist: 'measure',
  subject: 'case',
  attests: 'held',
  form: SOC2_REPORT,
  facts: ['UserEntityControlConfirmed'],
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
        ...remedyFaults(answers),
        ...unless(answers.auditorIsCpaFirm, say('SA-1.not-cpa', { auditor: answers.auditor })),
        ...unless(
          !isVendorCompany(scene.state, answers.auditor),
          say('SA-1.own-auditor', { auditor: answers.auditor }),
        ),
        ...subserviceFaults(answers),
        ...userEntityFaults(scene, answers),
        ...bridgeFaults(scene, answers),
      ],
      [
        paperPart(scene, answers, { kind: 'attestation-report', signers: [] }),
        doneOn(scene, answers.reportDate, say('SA-1.report')),
        windowPart(scene, answers),
        ...(answers.qualification === undefined
          ? []
          : [doneOn(scene, answers.qualification.remediedOn, say('SA-1.remedy'))]),
        { restsOn: userEntityControlsOf(scene.state).map((c) => `user-entity-control:${c.id}`) },
        ...userEntityParts(scene.state),
      ],
    );
  },
});
