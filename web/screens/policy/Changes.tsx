/** What was and what is, side by side; under each other on a phone. */
export function Changes({ changes }: { changes: { where: string; before?: string; after?: string }[] }) {
  return (
    <div>
      {changes.map(({ where, before, after }) => (
        <div key={where} className="row change">
          <div>{where}</div>
          <div className="quiet">{before === undefined ? 'was not there' : <del>{before}</del>}</div>
          <div>{after === undefined ? <span className="quiet">is not there</span> : <ins>{after}</ins>}</div>
        </div>
      ))}
    </div>
  );
}
