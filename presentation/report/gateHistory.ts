import type { Report } from '../../contract/report.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import type { StageId } from '../../domain/case/plan.js';
import type { Reader } from '../words/fill.js';
import { wordsOf } from '../words/words.js';

type Moment = Report['gates'][number]['history'][number];

/** Every opening and closing of a gate, and every decision while it was open, each with who decided it; in the order of the trail. */
export function gateHistory(rows: readonly RecordedEvent[], stage: StageId, reader: Reader): Moment[] {
  const approval = `gate:${stage}`;
  const history: Moment[] = [];
  let given: Moment['decidedBy'] = [];
  let standing: Moment['decidedBy'] = [];
  let isOpen = false;
  for (const { at, actor, event } of rows) {
    switch (event.type) {
      case 'ApprovalRequested':
        if (event.approval.id === approval) given = [];
        break;
      case 'ApprovalGiven':
        if (event.approval === approval)
          given.push({ by: actor.personId, role: event.role, onBehalfOf: event.onBehalfOf, at, reason: event.reason });
        break;
      case 'ApprovalCompleted':
        if (event.approval !== approval) break;
        standing = given;
        if (isOpen) history.push({ what: 'decided', at, decidedBy: standing });
        break;
      case 'StageCompleted':
        if (event.stage !== stage) break;
        isOpen = true;
        history.push({ what: 'opened', at, decidedBy: standing });
        break;
      case 'StageReopened':
        if (event.stage !== stage) break;
        isOpen = false;
        history.push({ what: 'closed', at, decidedBy: [], reason: wordsOf(event.reason, reader) });
        break;
      default:
    }
  }
  return history;
}
