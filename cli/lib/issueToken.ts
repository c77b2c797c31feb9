import { caseNames } from '../../contract/basics.js';
import { issuedToken } from '../../contract/tokens.js';
import type { LocalToken } from '../../workers/upFiles.js';
import { badInput } from '../exit.js';
import { askJson } from './http.js';
import type { Session } from './session.js';

/** Validity of a token that `--as` has issued, days. */
const LOCAL_DAYS = 30;

/** Whom a token is wanted for: the one whom the case names under the role, or one of several by address, name or id. */
export type TokenWish = { role: string; caseId?: string; person?: string };

/** Has the operator issue a token for a person of a case; `reader` looks names up. */
export async function issueToken(operator: Session, reader: Session, wish: TokenWish): Promise<LocalToken> {
  const { role, caseId, person } = wish;
  const issued = await askJson(operator, '/api/tokens', issuedToken, {
    body: {
      role,
      ...(caseId !== undefined && { caseId }),
      ...(person !== undefined && (await selectorOf(reader, wish))),
      expiresInDays: LOCAL_DAYS,
    },
  });
  return {
    role,
    token: issued.token,
    tokenId: issued.tokenId,
    expiresAt: issued.expiresAt,
    ...(caseId !== undefined && { caseId }),
    ...(person !== undefined && { person }),
  };
}

/** An address as it is; an engineer by id, too, or by name as the case knows it. */
async function selectorOf(reader: Session, wish: TokenWish): Promise<{ email: string } | { engineer: string }> {
  const { person = '', caseId, role } = wish;
  if (person.includes('@')) return { email: person };
  if (role !== 'engineer') throw badInput(`Add the person's address: --as ${role}:name@client.example.`);
  if (isPersonId(person)) return { engineer: person };
  return { engineer: await personOf(reader, caseId, person) };
}

/** True for the id of a person. */
export const isPersonId = (text: string): boolean => /^p-[a-z0-9]{8,}$/.test(text);

/** The id of a person of the case whose name holds these words; refuses none and several. */
export async function personOf(session: Session, caseId: string | undefined, words: string): Promise<string> {
  if (caseId === undefined)
    throw badInput(`"${words}" can only be looked up in a case. Name the case, or use an address.`);
  const { names } = await askJson(session, `/api/cases/${encodeURIComponent(caseId)}`, caseNames);
  const wanted = words.toLowerCase();
  const found = Object.entries(names).filter(([, name]) => name.toLowerCase().includes(wanted));
  const [first] = found;
  if (first === undefined) throw badInput(`Nobody in this case is called "${words}".`);
  if (found.length > 1)
    throw badInput(`"${words}" matches ${found.length} people: ${found.map(([, name]) => name).join(', ')}.`);
  return first[0];
}
