import type { DecisionPage } from '../../contract/console/decision.js';
import type { ApprovalView, ControlView } from '../../contract/parts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { decidersNow } from '../../domain/approvals/eligible.js';
import { holdersOf } from '../../domain/approvals/stages.js';
import { STAGES } from '../../domain/case/plan.js';
import { type Actor, CLIENT_ACTORS, type PersonId, sideOf } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { costSheetOf } from '../../domain/controls/engagement/costSheet.js';
import { PRICE } from '../../domain/controls/engagement/priceIds.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { isSuppliedByVendor } from '../../domain/controls/shown.js';
import { namedFor } from '../../domain/people/named.js';
import { own } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { approvalText, controlText, stageName } from '../facts/names.js';
import { isOfVendor } from '../facts/sight.js';
import { outlookLines } from '../views/accessOutlook.js';
import { approvalView } from '../views/approvals.js';
import { controlViews } from '../views/controls.js';
import { approvalSeen, controlSeen, isApprovalSeen } from '../views/vendorView.js';
import { amount } from '../words/figures.js';
import { usd } from '../words/money.js';
import { questionOf } from '../words/questions.js';
import { wordsOf } from '../words/words.js';
import type { Actors } from './actors.js';
import { decidedControl, type SeenBefore } from './decidedControls.js';

/** The page before the names of its people are known. */
export type DecisionById = Omit<DecisionPage, 'names' | 'others' | 'candidates'> & {
  others: PersonId[];
  candidates: PersonId[];
};

const isStage = (id: string): id is (typeof STAGES)[number] => STAGES.some((stage) => stage === id);
const isMet = ({ status }: ControlView): boolean => status === 'met' || status === 'waived';

/** The controls that a gate is held by; of the ways to one end those that lead there, where one does. */
function ofGate(state: CaseState, stage: string, views: ControlView[]): ControlView[] {
  if (!isStage(stage)) return [];
  const holders = new Set(holdersOf(state, stage).map(({ id }) => id));
  const held = views.filter(({ id }) => holders.has(id));
  const paths = new Set(held.filter(isMet).flatMap(({ path }) => path ?? []));
  return held.filter((view) => isMet(view) || view.path === undefined || !paths.has(view.path));
}

/** The controls that a decision is about; of a flag, it and those whose answers raise it. */
function viewsOf(state: CaseState, { kind, subject }: Approval, views: ControlView[]): ControlView[] {
  if (kind === 'policy' || kind === 'access') return [];
  if (kind === 'gate') return ofGate(state, subject, views);
  const { controlId, person } = parseSubjectKey(subject);
  const raisedFrom = own(CONTROLS, controlId)?.raisedFrom ?? [];
  return views.filter(
    (view) =>
      [controlId, ...raisedFrom].includes(view.id) &&
      (person === undefined || view.person === undefined || view.person === person),
  );
}

/** The approval for somebody in the role in which they may decide it, else as they read. */
function asDecider(state: CaseState, approval: Approval, actors: Actors, now: Instant) {
  const [reader] = actors;
  const found = actors
    .map((actor) => ({ actor, view: approvalView(state, approval, actor, now) }))
    .find(({ view }) => view.youMayDecide);
  return found ?? { actor: reader, view: approvalView(state, approval, reader, now) };
}

const FLAGGED: Record<string, string> = { open: 'open', remedy: 'under a remedy', waived: 'waived' };

const flagsTold = (state: CaseState, { role }: Actor): string[] =>
  Object.entries(state.flags).flatMap(([key, { status, reason, raisedBy }]) => {
    if (status === 'cleared') return [];
    const isTold = sideOf(role) === 'client' || isOfVendor(state, raisedBy);
    return [`${controlText(key)}: ${FLAGGED[status] ?? status}${isTold ? `. ${wordsOf(reason)}` : ''}`];
  });

/** What the engagement costs a month, for whoever decides on the stage of its price. */
function priceTold(state: CaseState, { kind, subject }: Approval): string | undefined {
  const { rate, engineers } = costSheetOf(state);
  const isAsked = kind === 'gate' && ['evaluate', own(state.plan.controls, PRICE)?.stage].includes(subject);
  if (!isAsked || rate === undefined) return undefined;
  const team = engineers > 0 ? `, ${usd(rate.monthlyUsd * engineers)} for ${amount(engineers, 'engineer')}` : '';
  return `${usd(rate.monthlyUsd)} per engineer and month${team}`;
}

/** What somebody of the vendor’s reads of it: as they read the case, of controls those that the vendor supplies. */
function seenBy({ role }: Actor, state: CaseState, view: ApprovalView, controls: ControlView[]) {
  if (sideOf(role) === 'client') return { view, controls };
  const [seen] = approvalSeen(state, view);
  return { view: seen, controls: controls.filter(({ id }) => isSuppliedByVendor(id)).flatMap(controlSeen) };
}

const candidatesFor = (state: CaseState, { requesters }: Approval, me: PersonId): PersonId[] =>
  [...new Set(CLIENT_ACTORS.flatMap((role) => namedFor(state, role)))].filter(
    (id) => id !== me && !requesters.includes(id),
  );

/** True for an approval that a role reads of. */
export function showsDecision(state: CaseState, approvalId: string, { role }: Actor): boolean {
  const approval = own(state.approvals, approvalId);
  return approval !== undefined && (sideOf(role) === 'client' || isApprovalSeen(state, approval));
}

/** Everything that a decision takes, for somebody in one of their roles; undefined where there is no such approval for them. */
export function decisionOf(
  state: CaseState,
  approvalId: string,
  actors: Actors,
  { now, seen }: { now: Instant; seen: SeenBefore },
): DecisionById | undefined {
  const approval = own(state.approvals, approvalId);
  if (approval === undefined || !showsDecision(state, approvalId, actors[0])) return undefined;
  const { actor, view } = asDecider(state, approval, actors, now);
  const zone = state.calendars[sideOf(actor.role)].timeZone;
  const about = viewsOf(state, approval, controlViews(state, now, { zone }));
  const told = seenBy(actor, state, view, about);
  if (told.view === undefined) return undefined;
  const isClient = sideOf(actor.role) === 'client';
  const { id, changes: _told, ...asked } = told.view;
  return {
    ...asked,
    caseId: state.caseId,
    caseTitle: state.intake.title,
    vendor: state.intake.vendor.name,
    approval: id,
    title: approval.kind === 'gate' ? stageName(approval.subject) : approvalText(id),
    question: questionOf(approval, { zone }),
    role: view.youMayDecide ? actor.role : undefined,
    others:
      isClient && approval.status === 'asked'
        ? decidersNow(state, approval, now).filter((one) => one !== actor.personId)
        : [],
    flags: flagsTold(state, actor),
    outlook:
      isClient && approval.access !== undefined && approval.status === 'asked'
        ? outlookLines(state, approval.access, now, { zone })
        : [],
    price: isClient ? priceTold(state, approval) : undefined,
    controls: told.controls.map((one) => decidedControl(state, approval, one, { role: actor.role, seen })),
    candidates: view.youMayDecide ? candidatesFor(state, approval, actor.personId) : [],
    lastLookedAt: seen.at,
    zone,
  };
}
