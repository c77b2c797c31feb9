import { sql } from 'kysely';
import type { Database } from './connect.js';
import { accountMac } from './personRows.js';
import { casesOfPlace, findPlace, listPlaces } from './placeList.js';
import type { Places } from './placesContract.js';
import { recognize } from './recognize.js';
import type { Keyring } from './secrets.js';
import { given } from './times.js';

/** What cases want at places, and when each was looked at. */
export const places = (db: Database, keys: Keyring): Places => ({
  list: (paging) => listPlaces(db, paging),
  find: (place, onlyCaseId) => findPlace(db, place, onlyCaseId),
  cases: (place, paging) => casesOfPlace(db, place, paging),

  async watched({ caseId }: { caseId?: string } = {}) {
    const rows = await db
      .selectFrom('place_rows')
      .leftJoin('place_looks', (join) =>
        join
          .onRef('place_looks.provider', '=', 'place_rows.provider')
          .onRef('place_looks.place_id', '=', 'place_rows.place_id'),
      )
      .select(['place_rows.provider', 'place_rows.place_id as placeId', 'place_looks.looked_at as lookedAt'])
      .select((e) => [
        e.fn.min<number>('place_rows.every_hours').as('everyHours'),
        e.fn.min<Date>('place_rows.since').as('since'),
      ])
      .$if(caseId !== undefined, (q) => q.where('place_rows.case_id', '=', caseId ?? ''))
      .groupBy(['place_rows.provider', 'place_rows.place_id', 'place_looks.looked_at'])
      .orderBy('place_rows.provider')
      .orderBy('place_rows.place_id')
      .execute();
    return rows.map(({ lookedAt, since, ...row }) => ({
      ...row,
      since: since.toISOString(),
      ...given({ lookedAt }),
    }));
  },

  async at({ provider, placeId }) {
    const rows = await db
      .selectFrom('place_rows')
      .innerJoin('case_rows', 'case_rows.case_id', 'place_rows.case_id')
      .select(['place_rows.case_id as caseId', 'place_rows.resource'])
      .where('place_rows.provider', '=', provider)
      .where('place_rows.place_id', '=', placeId)
      .orderBy('case_rows.opened_at')
      .orderBy('place_rows.case_id')
      .orderBy('place_rows.resource')
      .execute();
    return rows;
  },

  async wants({ provider, placeId, accountId, besides }) {
    const mac = accountMac(keys, { provider, id: accountId });
    const rows = await db
      .selectFrom('want_rows')
      .innerJoin('case_people', (join) =>
        join
          .onRef('case_people.case_id', '=', 'want_rows.case_id')
          .onRef('case_people.person_id', '=', 'want_rows.person_id')
          .onRef('case_people.details', '=', 'want_rows.details'),
      )
      .select([
        'want_rows.case_id as caseId',
        'want_rows.lease',
        'want_rows.permission',
        'want_rows.details',
        'want_rows.until',
      ])
      .where('want_rows.provider', '=', provider)
      .where('want_rows.place_id', '=', placeId)
      .where((e) =>
        e.not(e.and([e('want_rows.case_id', '=', besides.caseId), e('want_rows.lease', '=', besides.lease)])),
      )
      .where('case_people.account_macs', '@>', sql<Buffer[]>`array[${mac}::bytea]`)
      .orderBy('want_rows.case_id')
      .orderBy('want_rows.lease')
      .execute();
    return rows.map(({ until, ...row }) => ({ ...row, ...given({ until }) }));
  },

  async looked({ provider, placeId }, at, result) {
    const found =
      'failed' in result
        ? { code: result.failed }
        : {
            ...{ code: null, accounts: result.accounts, looked_at: new Date(at), failing_since: null },
            ...(result.read && { ...result.read, read_at: new Date(at) }),
          };
    const since = 'failed' in result ? { failing_since: new Date(at) } : {};
    await db
      .insertInto('place_looks')
      .values({ provider, place_id: placeId, unseen: [], ...found, ...since })
      .onConflict((c) =>
        c.columns(['provider', 'place_id']).doUpdateSet((e) => ({
          ...found,
          ...('failed' in result && {
            failing_since: e.fn.coalesce('place_looks.failing_since', 'excluded.failing_since'),
          }),
        })),
      )
      .execute();
  },

  async last({ provider, placeId }) {
    const query = db
      .selectFrom('place_looks')
      .select(['looked_at', 'read_at', 'rest'])
      .where('provider', '=', provider);
    const {
      looked_at = null,
      read_at = null,
      rest = null,
    } = (await query.where('place_id', '=', placeId).executeTakeFirst()) ?? {};
    return { ...given({ lookedAt: looked_at, readAt: read_at }), ...(rest !== null && { rest }) };
  },

  async looks(caseId) {
    const rows = await db
      .selectFrom('place_rows')
      .innerJoin('place_looks', (join) =>
        join
          .onRef('place_looks.provider', '=', 'place_rows.provider')
          .onRef('place_looks.place_id', '=', 'place_rows.place_id'),
      )
      .select(['resource', 'looked_at as lookedAt', 'failing_since as failingSince', 'code', 'unseen'])
      .where('case_id', '=', caseId)
      .orderBy('resource')
      .execute();
    return rows.map(({ resource, lookedAt, failingSince, code, unseen }) => ({
      resource,
      ...given({ lookedAt, failingSince }),
      ...(code !== null && { code }),
      unseen,
    }));
  },

  recognize: (provider, seen) => recognize(db, keys, provider, seen),
});
