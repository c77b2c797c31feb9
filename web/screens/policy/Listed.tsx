import { useQuery } from '@tanstack/react-query';
import { hides } from '../../api/problem.js';
import { useSession } from '../../api/session.js';
import { Fault, Loading } from '../../kit/Page.js';
import { State } from '../../kit/State.js';
import { When } from '../../kit/When.js';
import { nameOf } from '../../kit/words.js';
import { AllowPolicy, DisallowPolicy } from './ListActs.js';
import { policiesQuery } from './queries.js';

/** The policies that cases may be opened under, and those that were taken off the list. */
export function Listed() {
  const { data, error, refetch } = useQuery(policiesQuery);
  const operator = useSession().roles.includes('operator');
  if (hides(error, data)) return <Fault error={error} again={refetch} />;
  if (data === undefined) return <Loading rows={3} />;
  return (
    <div>
      <div className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
        <div>
          <b>
            {data.own.name} {data.own.version}
          </b>{' '}
          <span className="quiet hash">{data.own.hash.slice(0, 16)}</span>
          <div className="quiet">The installation’s own; always allowed.</div>
        </div>
        <State is="met" word="Allowed" />
      </div>
      {data.rows.map(({ policy, listed, delisted, entry }) => {
        const act = delisted ?? listed;
        return (
          <div key={policy.hash} className="row" style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
            <div>
              <b>
                {policy.name} {policy.version}
              </b>{' '}
              <span className="quiet hash">{policy.hash.slice(0, 16)}</span>
              <div>{act.reason}</div>
              <div className="quiet">
                {nameOf(data.names, act.by)}, <When at={act.at} /> · log of custody, number {entry.seq}
              </div>
            </div>
            <div>
              <State
                is={delisted === undefined ? 'met' : 'waived'}
                word={delisted === undefined ? 'Allowed' : 'Taken off; open cases keep it'}
              />
              {operator && delisted === undefined && <DisallowPolicy policy={policy} />}
            </div>
          </div>
        );
      })}
      {operator && <AllowPolicy />}
    </div>
  );
}
