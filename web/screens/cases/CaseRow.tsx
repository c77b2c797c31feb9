import type { CasePage } from '../../../contract/cases.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted, plain } from '../../kit/words.js';

export type Row = CasePage['rows'][number];

const TURNS: Record<string, string> = {
  client: 'Client',
  vendor: 'Vendor',
  both: 'Both sides',
  nobody: 'Nobody',
};

/** Whose turn it is, as the list says it. */
export const turnOf = (turn: string): string => TURNS[turn] ?? plain(turn);

/** The stage in which a case is, or how it stands apart from stages. */
export function stageOf({ status, stage }: Row): string {
  if (status === 'closed' || status === 'closing') return plain(status);
  return plain(stage);
}

/** Whether a case needs somebody now. */
export function CaseState({ row }: { row: Row }) {
  if (row.status === 'closed') return <State is="waiting" word="Closed" />;
  if (row.lateTasks > 0) return <State is="late" word={`${row.lateTasks.toLocaleString()} late`} />;
  if (row.openTasks > 0) return <State is="open" word={counted(row.openTasks, 'task')} />;
  return <State is="waiting" word="Nothing open" />;
}

/** When the next thing of a case is due. */
export const NextDue = ({ row }: { row: Row }) =>
  row.nextDue === undefined ? <span className="quiet">No date</span> : <When at={row.nextDue} />;
