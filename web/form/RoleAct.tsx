import type { CaseView } from '../../contract/caseView.js';
import type { CommandType } from '../../contract/commands.js';
import { useSession } from '../api/session.js';
import { knownOf } from '../kit/known.js';
import { ActButton } from './ActForm.js';
import type { JsonObject } from './field.js';

type Props = {
  type: CommandType;
  /** Roles that may, the usual one first. */
  roles: readonly string[];
  seen: CaseView;
  fixed?: JsonObject;
  label?: string;
  variant?: 'default' | 'filled' | 'subtle';
};

/** An act of a case behind a button, for whoever has one of its roles while the case is not closed. */
export function RoleAct({ type, roles: may, seen, fixed = {}, ...look }: Props) {
  const { roles } = useSession();
  const role = may.find((one) => roles.includes(one));
  if (role === undefined || seen.status === 'closed') return null;
  return <ActButton type={type} fixed={fixed} known={knownOf(seen, role)} {...look} />;
}
