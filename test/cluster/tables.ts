import { Client } from 'pg';
import type { ClusterNode } from './node.js';

/** What Temporal's own tables tell of the cluster. */
export type ClusterTables = {
  /** Whether the node stands in the table of members. */
  hasJoined(node: ClusterNode): Promise<boolean>;
  /** Generation of each shard of history; it rises when another node takes the shard over. */
  generations(): Promise<Map<number, number>>;
};

/** Looks into Temporal's main database, as its server's administrator. */
export function lookInto(adminUrl: string, database: string): ClusterTables {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const ask = async (text: string, values: number[] = []): Promise<number[][]> => {
    const client = new Client({ connectionString: url.href });
    await client.connect();
    return await client
      .query<number[]>({ text, values, rowMode: 'array' })
      .then(({ rows }) => rows)
      .finally(() => client.end());
  };
  return {
    async hasJoined({ name, ports, ended }) {
      if (ended()) throw new Error(`${name} has ended`);
      return (await ask('select 1 from cluster_membership where rpc_port = $1', [ports.membershipPort])).length === 1;
    },
    async generations() {
      const rows = await ask('select shard_id, range_id from shards');
      return new Map(rows.map(([shard, generation]) => [Number(shard), Number(generation)]));
    },
  };
}

/** How many shards were taken over between two looks. */
export const takenOver = (before: Map<number, number>, after: Map<number, number>): number =>
  [...after].filter(([shard, generation]) => generation > (before.get(shard) ?? 0)).length;
