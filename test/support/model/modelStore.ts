import type { ConvergeAccessPorts } from '../../../activities/access/convergeAccess.js';
import type { LookAtPlacePorts } from '../../../activities/access/lookAtPlace.js';
import { placeRows, wantRows } from '../../../domain/access/placeRows.js';
import type { Accounts } from '../../../domain/people/accounts.js';
import type { Instant } from '../../../domain/time.js';
import type { Told } from '../../../store/contract.js';
import type { PlaceId } from '../../../store/placesContract.js';
import type { ModelCase } from './modelCase.js';

/** What the store knows beside the states of the cases: what was told of people, when places were looked at, and what was stopped. */
export class ModelStore {
  readonly told: Told[] = [];
  readonly lookedAt = new Map<string, Instant>();
  readonly rests = new Map<string, string>();
  /** Stops over all cases, by the person whom they are about. */
  readonly stops = new Map<string, string>();
  #details = 0;

  constructor(private readonly cases: ModelCase[]) {}

  /** The number of the account that was told of somebody in a case. */
  numberOf(caseId: string, person: string, details: string | undefined): string | undefined {
    return this.told.find((t) => t.caseId === caseId && t.personId === person && t.details === (details ?? ''))
      ?.accounts?.github?.id;
  }

  tell(caseId: string, personId: string, details: string, accounts: Accounts): void {
    this.told.push({ caseId, personId, details, name: personId, email: `${personId}@vendor.example`, accounts });
  }

  #caseOf(caseId: string): ModelCase | undefined {
    return this.cases.find((one) => one.caseId === caseId);
  }

  get ports(): ConvergeAccessPorts['store'] & LookAtPlacePorts['store'] {
    const carried = (caseId: string, personId: string, accounts: Accounts) => {
      const details = `d-${++this.#details}`;
      this.tell(caseId, personId, details, accounts);
      return { personId, details, sealed: 'sealed' };
    };
    return {
      cases: {
        get: async (caseId) => {
          const found = this.#caseOf(caseId);
          return found && { state: found.state, stateHash: '', head: { seq: found.rows.length, hash: '' } };
        },
      },
      people: {
        accounts: async (caseId, person, details) =>
          this.told.find((t) => t.caseId === caseId && t.personId === person && t.details === (details ?? ''))
            ?.accounts ?? {},
        told: async ({ caseId } = {}) => this.told.filter((t) => caseId === undefined || t.caseId === caseId),
        carryCorrection: async (caseId, { of }, { accounts = {} }) => ({
          person: carried(caseId, of, accounts),
          digest: '',
        }),
        carry: async (caseId, all) => ({
          people: all.map(({ accounts = {} }) => carried(caseId, `p-${accounts.github?.id}`, accounts)),
          idOf: () => undefined,
          digest: '',
        }),
      },
      openings: {
        hold: (caseId, open) => {
          const found = this.#caseOf(caseId);
          if (found === undefined) throw new Error(`There is no case ${caseId}.`);
          return found.hold((state) =>
            open({
              state,
              stillHeld: async () => true,
              stopOn: async ({ person }) => {
                const stop = this.stops.get(person);
                return stop === undefined
                  ? undefined
                  : {
                      ...{ stop, scope: 'person', subject: person, reason: 'Alarm.', at: state.openedAt },
                      by: { personId: 'security', role: 'security' },
                    };
              },
            }),
          );
        },
      },
      places: {
        at: async (place) => this.#rows(place).map(({ caseId, resource }) => ({ caseId, resource })),
        last: async ({ placeId }) => {
          const [lookedAt, rest] = [this.lookedAt.get(placeId), this.rests.get(placeId)];
          return { ...(lookedAt && { lookedAt }), ...(rest && { rest }) };
        },
        looked: async ({ placeId }, at, result) => {
          if ('failed' in result) return;
          this.lookedAt.set(placeId, at);
          if (result.read) this.rests.set(placeId, result.read.rest);
        },
        recognize: async (_, seen) =>
          new Map(
            seen.flatMap(({ id }) =>
              this.told.some((t) => t.personId === `p-${id}`) ? [[id, `p-${id}`] as const] : [],
            ),
          ),
        wants: async ({ placeId, accountId, besides }) =>
          this.cases.flatMap(({ state }) =>
            wantRows(state).flatMap(({ caseId, lease, person, details, permission, until, placeId: where }) =>
              where === placeId &&
              this.numberOf(caseId, person, details) === accountId &&
              (caseId !== besides.caseId || lease !== besides.lease)
                ? [{ caseId, lease, permission, details, ...(until && { until }) }]
                : [],
            ),
          ),
      },
    };
  }

  #rows({ placeId }: PlaceId) {
    return this.cases.flatMap(({ state }) => placeRows(state)).filter((row) => row.placeId === placeId);
  }
}
