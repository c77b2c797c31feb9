import type { PersonId } from '../../domain/case/roles.js';
import type { Store } from '../../store/contract.js';
import { personIdsIn } from '../names.js';
import type { AuditRow } from './rows.js';

/** Cases whose titles are read at once. */
const AT_ONCE = 200;

/** Names of the people and titles of the cases of a population. */
export type Told = { names: Record<PersonId, string>; titles: Record<string, string> };

/** Notes whom and which cases rows are about; an id that somebody typed into a reason tells nobody's name. */
export class Noted {
  readonly #people = new Set<PersonId>();
  readonly #cases = new Set<string>();

  note({ reason: _reason, said: _said, ...row }: AuditRow): void {
    for (const id of personIdsIn(row)) this.#people.add(id);
    this.#cases.add(row.caseId);
  }

  /** Reads the names and titles; as `caseId` was told them where the reader sees that case alone. */
  async told({ people, cases }: Pick<Store, 'people' | 'cases'>, caseId?: string): Promise<Told> {
    const titles: [string, string][] = [];
    const ids = [...this.#cases];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const onlyCaseIds = ids.slice(from, from + AT_ONCE);
      const { rows } = await cases.list({}, { limit: AT_ONCE, onlyCaseIds });
      titles.push(...rows.map((row): [string, string] => [row.caseId, row.title]));
    }
    const names = this.#people.size === 0 ? {} : await people.namesOf([...this.#people], caseId);
    return { names, titles: Object.fromEntries(titles) };
  }
}
