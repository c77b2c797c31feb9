import pg from 'pg';

/** Every value of every column of every table, as text and bytes as Latin-1. */
export async function dump(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  );
  const values: string[] = [];
  for (const { table_name } of tables) {
    const { rows } = await client.query(`select * from ${pg.escapeIdentifier(table_name)}`);
    for (const value of rows.flatMap((row) => Object.values(row)))
      values.push(
        Buffer.isBuffer(value)
          ? `${value.toString('latin1')} ${value.toString('utf8')} ${value.toString('hex')}`
          : String(value),
      );
  }
  await client.end();
  return values.join('\n');
}

/** Rows of every table as text, sorted; for comparing what a database holds before and after. */
export async function tablesOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: names } = await client.query(
    `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const tables: Record<string, string[]> = {};
  for (const { table_name } of names) {
    const { rows } = await client.query(`select t::text as row from ${pg.escapeIdentifier(table_name)} t order by 1`);
    tables[table_name] = rows.map(({ row }) => row);
  }
  await client.end();
  return tables;
}
