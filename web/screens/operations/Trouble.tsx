import type { OperationsPage } from '../../../contract/operations.js';
import { placeText } from '../../../presentation/words/places.js';
import { Go } from '../../kit/Go.js';
import { Section } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { counted } from '../../kit/words.js';

const COLUMNS = { gridTemplateColumns: 'minmax(0, 1fr) auto' };

/** Letters that the mail server did not take, the oldest first. */
export function TroubledLetters({ letters, mail }: Pick<OperationsPage, 'letters' | 'mail'>) {
  const all = mail.failed + mail.inDoubt;
  return (
    <Section
      title="Letters that were not taken"
      aside={<span className="quiet">{all > letters.length ? `${letters.length} of ${all}` : all}</span>}
    >
      <div id="letters">
        {letters.map(({ caseId, caseTitle = 'A case', status, attempts, changedAt, answer }) => (
          <div key={`${caseId} ${changedAt} ${answer}`} className="row" style={COLUMNS}>
            <div>
              <Go to={`/compliance/cases/${caseId}`}>{caseTitle}</Go>
              <div className="quiet">
                {answer ?? 'Handed over without an answer; it is sent again with the same id'} ·{' '}
                {counted(attempts, 'attempt')}, last <When at={changedAt} />
              </div>
            </div>
            <State
              is={status === 'failed' ? 'refused' : 'late'}
              word={status === 'failed' ? 'Not taken' : 'In doubt'}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Grants that the provider has not confirmed for more than an hour, the oldest first. */
export function SlowGrants({ rows, count }: OperationsPage['slowGrants']) {
  return (
    <Section
      title="Access that waits for the provider"
      aside={<span className="quiet">{count > rows.length ? `${rows.length} of ${count}` : count}</span>}
    >
      <div id="grants">
        {rows.map(({ caseId, caseTitle, resource, status, since }) => (
          <div key={`${caseId} ${resource} ${since}`} className="row" style={COLUMNS}>
            <div>
              {placeText(resource)}
              <div className="quiet">
                <Go to={`/compliance/cases/${caseId}`}>{caseTitle}</Go>, since <When at={since} />
              </div>
            </div>
            <State
              is={status === 'closing' ? 'late' : 'waiting'}
              word={status === 'closing' ? 'Being closed' : 'Being opened'}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}
