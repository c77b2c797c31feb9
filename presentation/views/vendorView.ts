import type { CaseView, EngineerView } from '../../contract/caseView.js';
import type { ApprovalView, ControlView } from '../../contract/parts.js';
import { sideOf, VENDOR_ROLES } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { isShownToVendor, isSuppliedByVendor } from '../../domain/controls/shown.js';
import { own } from '../../domain/record.js';
import { isAskedByVendor, isOfVendor, isPaperOfVendor } from '../facts/sight.js';

type Told = Omit<CaseView, 'names'>;

/** Words that were given for an act, and not to whoever reads this. */
const UNSAID = '';

const isVendorRole = (role: string | undefined): boolean => VENDOR_ROLES.some((one) => one === role);

/** True for an approval that the vendor has a part in: gates open for both sides, access is of its people, anything else is the client's own unless the vendor has asked. */
export const isApprovalSeen = (state: CaseState, { kind, id }: Pick<ApprovalView, 'kind' | 'id'>): boolean =>
  kind === 'gate' || kind === 'access' || isAskedByVendor(state, id);

/** An approval that the vendor has a part in: without reasons, but with the questions that it has to answer. */
export function approvalSeen(state: CaseState, approval: ApprovalView): ApprovalView[] {
  if (!isApprovalSeen(state, approval)) return [];
  const asked = isAskedByVendor(state, approval.id);
  const {
    decider: _owner,
    proposal: _proposal,
    request,
    questions,
    whyNot: _whyNot,
    disagreements: _left,
    rejections,
    rejected,
    changes,
    ...rest
  } = approval;
  const isRequester = approval.requesters.every((id) => isOfVendor(state, id));
  const isTold = isRequester && approval.kind === 'access';
  return [
    {
      ...rest,
      votes: rest.votes.map((vote) => ({ ...vote, reason: UNSAID })),
      ...(isRequester && request !== undefined && { request }),
      ...(asked &&
        rejections !== undefined && {
          rejections: rejections.map((one) => ({ ...one, reason: UNSAID })),
        }),
      ...(approval.kind === 'access' &&
        rejected !== undefined && { rejected: isTold ? rejected : { ...rejected, reason: UNSAID } }),
      ...(isRequester && changes !== undefined && { changes }),
      ...(asked && questions !== undefined && { questions }),
    },
  ];
}

/** A control as the vendor sees it: what it lacks where it is the vendor's turn, of those it does not supply their status, and nothing of the client's own judgement. */
export function controlSeen(control: ControlView): ControlView[] {
  const { waiver, evidence, successor, missing, ...rest } = control;
  const mine = isSuppliedByVendor(control.id);
  if (!isShownToVendor(control.id)) return [];
  return [
    {
      ...rest,
      restsOn: mine ? rest.restsOn : [],
      missing: isVendorRole(control.turn) ? missing : [],
      ...(waiver !== undefined && mine && { waiver: { ...waiver, reason: UNSAID } }),
      ...(evidence !== undefined && mine && { evidence }),
      ...(successor !== undefined && mine && { successor }),
    },
  ];
}

const memberSeen = <M extends EngineerView['you']>({ suspended, ...member }: M) => ({
  ...member,
  ...(suspended !== undefined && { suspended: { ...suspended, reason: UNSAID } }),
});

/**
 * A grant without what it rests on and what the provider said, which tell of the client's own controls, and without what
 * others grant there: of another case the vendor's people read nothing.
 */
export const leaseSeen = <L extends Pick<CaseView['leases'][number], 'seen'>>(lease: L): L => ({
  ...lease,
  ...{ restsOn: [], lastError: undefined, held: undefined, keptBy: undefined, others: undefined },
  seen: lease.seen === 'others' ? 'absent' : lease.seen,
});

/** A case as the vendor's contact sees it: what is asked of the vendor, what it said, and what was decided on it. */
export function seenByVendor(state: CaseState, view: Told): Told {
  const {
    closedReason: _closedReason,
    accounts: _accounts,
    outsideChanges: _outside,
    leftBehind: _left,
    pause,
    undelivered,
    ...rest
  } = view;
  const { name, version, hash } = view.policy;
  const refusing = undelivered?.refusing.filter(({ person }) => isOfVendor(state, person)) ?? [];
  return {
    ...rest,
    policy: { name, version, hash },
    ...(refusing.length > 0 && { undelivered: { refusing, nobodyReached: false } }),
    ...(pause !== undefined && { pause: { ...pause, reason: UNSAID } }),
    model: { ...view.model, reasons: [] },
    approvals: view.approvals.flatMap((approval) => approvalSeen(state, approval)),
    delegations: [],
    resources: view.resources.map(({ owner: _owner, ...resource }) => resource),
    controls: view.controls.flatMap((control) => controlSeen(control)),
    people: view.people.map(memberSeen),
    papers: view.papers.filter(({ id }) => {
      const paper = own(state.papers, id);
      return paper !== undefined && isPaperOfVendor(state, paper);
    }),
    leases: view.leases.map(leaseSeen),
    flags: view.flags.map(({ remedy, ...flag }) => ({
      ...flag,
      reason: isOfVendor(state, flag.raisedBy) ? flag.reason : UNSAID,
      ...(remedy !== undefined && isOfVendor(state, remedy.owner) && { remedy }),
    })),
    tasks: view.tasks.filter(({ role }) => isVendorRole(role)),
    incidents: view.incidents.filter(({ id }) => {
      const incident = own(state.incidents, id);
      return incident !== undefined && !(incident.drill && sideOf(incident.reportedBy.role) === 'client');
    }),
    readings: view.readings.map((reading) => ({
      ...reading,
      source: isOfVendor(state, reading.by) ? reading.source : UNSAID,
    })),
  };
}

/** What an engineer sees, without words that were not for them. */
export const seenByEngineer = (view: Omit<EngineerView, 'names'>): Omit<EngineerView, 'names'> => ({
  ...view,
  you: memberSeen(view.you),
  leases: view.leases.map(leaseSeen),
});
