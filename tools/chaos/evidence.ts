import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Store } from '../../store/contract.js';
import { waitsFor } from './atRest.js';
import type { Committed } from './entitled.js';
import type { Traffic } from './sender.js';

/** Reads every row with the commit time that PostgreSQL kept of it. */
export async function readRows(databaseUrl: string): Promise<Committed[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{
      case_id: string;
      seq: string;
      command_id: string;
      content: string;
      at: string;
    }>(
      `select case_id, seq, command_id, content, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at
       from ledger order by case_id, seq`,
    );
    return rows.map((row) => ({
      caseId: row.case_id,
      seq: Number(row.seq),
      commandId: row.command_id,
      committedAt: Number(row.at),
      event: JSON.parse(row.content).event,
    }));
  } finally {
    await client.end();
  }
}

/** Accounts at the provider of everybody in these cases. */
export async function readAccounts(store: Store, traffic: Traffic): Promise<Map<string, string>> {
  const accounts = new Map<string, string>();
  for (const { caseId } of traffic.cases.values()) {
    const found = await store.cases.get(caseId);
    for (const id of Object.keys(found?.state.people ?? {})) {
      const person = await store.people.find(id, caseId);
      if (person !== undefined && person !== 'erased') accounts.set(id, person.accounts?.github?.name ?? '');
    }
  }
  return accounts;
}

/** Looks at every case until all have come to rest or time is over; answers those that have not, and why. */
export async function settle(store: Store, traffic: Traffic, untilMs: number): Promise<Map<string, string>> {
  const open = new Set([...traffic.cases.values()].map(({ caseId }) => caseId));
  const unsettled = new Map<string, string>();
  for (;;) {
    for (const caseId of open) {
      const found = await store.cases.get(caseId);
      const why = found === undefined ? 'it has no state' : waitsFor(found.state);
      if (why === undefined) {
        open.delete(caseId);
        unsettled.delete(caseId);
      } else unsettled.set(caseId, why);
    }
    if (open.size === 0 || Date.now() > untilMs) break;
    await wait(500);
  }
  return unsettled;
}
