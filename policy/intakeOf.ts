import type { EngagementModel, Intake } from '../domain/case/intake.js';
import { CLIENT_ROLES, type PersonId } from '../domain/case/roles.js';
import type { CaseFile } from './caseSchema.js';

/** The intake of a case file: the same answers with person ids in place of people. */
export function intakeOf(file: CaseFile, personIdOf: (email: string) => PersonId): Intake {
  const people: Intake['client']['people'] = {};
  for (const role of CLIENT_ROLES) {
    const named = file.client.people[role];
    if (named !== undefined) people[role] = [...new Set(named.map((p) => personIdOf(p.email)))];
  }
  const { vendor, client, engineers, model, sourcing, resources, ...rest } = file;
  const chosen: EngagementModel = model;
  return {
    ...rest,
    model: chosen,
    vendor: {
      name: vendor.name,
      country: vendor.country,
      timeZone: vendor.timeZone,
      holidays: vendor.holidays,
      contact: personIdOf(vendor.contact.email),
    },
    client: { ...client, people },
    ...(sourcing === undefined ? {} : { sourcing: sourcingOf(sourcing, personIdOf) }),
    resources: resources.map(({ owner, administrator, checker, ...place }) => ({
      ...place,
      ...(owner !== undefined && { owner: personIdOf(owner) }),
      ...(administrator !== undefined && { administrator: personIdOf(administrator) }),
      ...(checker !== undefined && { checker: personIdOf(checker) }),
    })),
    engineers: engineers.map((e) => ({
      person: personIdOf(e.email),
      employer: e.employer ?? vendor.name,
      country: e.country,
      jobRole: e.jobRole,
      needs: e.needs,
    })),
  };
}

function sourcingOf(
  { transfer, ...rest }: NonNullable<CaseFile['sourcing']>,
  personIdOf: (email: string) => PersonId,
): NonNullable<Intake['sourcing']> {
  return transfer === undefined
    ? rest
    : { ...rest, transfer: { on: transfer.on, team: transfer.team.map((t) => personIdOf(t)) } };
}
