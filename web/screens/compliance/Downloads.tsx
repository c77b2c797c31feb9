import { Section } from '../../kit/Page.js';

const FILES = [
  {
    path: 'ledger?format=jsonl',
    file: 'ledger.jsonl',
    name: 'Export of the ledger',
    what: 'Every entry, for the verifier: drawbridge ledger verify --file, or the check above on another day.',
  },
  {
    path: 'report.html',
    file: 'report.html',
    name: 'Report',
    what: 'Controls, decisions, access and clocks as one page.',
  },
  {
    path: 'certificate.html',
    file: 'certificate.html',
    name: 'Certificate',
    what: 'The day-30 certificate; until every gate is open, a statement of where the case stands.',
  },
];

/** What can be taken away from a case. */
export function Downloads({ caseId }: { caseId: string }) {
  return (
    <Section title="Take away">
      <dl className="facts">
        {FILES.map(({ path, file, name, what }) => (
          <div key={path} style={{ display: 'contents' }}>
            <dt>
              <a href={`/api/cases/${caseId}/${path}`} download={`${caseId}-${file}`}>
                {name}
              </a>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
