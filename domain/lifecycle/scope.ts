import { assetsOf, BY_HAND, declaresPersonalData, refOf, resourcesOf } from '../access/resources.js';
import type { DataClass, Intake, Resource } from '../case/intake.js';
import { CLIENT_ACTORS, CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { canonicalJson, contentHash } from '../hash.js';
import { inPlaceOf, namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import type { ScopeChange } from './scopeChange.js';

const PERSONAL: readonly DataClass[] = ['personal-data', 'special-category-data'];

/** The intake without what is removed: that much of a change takes effect at once, before the plan follows. */
export const reduced = (intake: Intake, { remove = [] }: ScopeChange): Intake => ({
  ...intake,
  resources: intake.resources.filter((r) => !remove.includes(refOf(r))),
});

/** Personal data that a change adds lie anywhere until a change says of a repository, data set or model what it holds. */
function isUnplaced({ data }: Intake, change: ScopeChange): boolean {
  if ((change.add ?? []).length > 0) return false;
  const found = (change.dataClasses ?? []).some((c) => PERSONAL.includes(c) && !data.classes.includes(c));
  return data.unplaced === true || found || (change.euPersonalData === true && !data.euPersonalData);
}

/** A resource that is replaced keeps its owner until another one is named. */
function ownerBefore({ resources }: Intake, resource: Resource): Pick<Resource, 'owner'> {
  const owner = resources.find((r) => refOf(r) === refOf(resource))?.owner;
  return owner === undefined ? {} : { owner };
}

/** Resources that a change takes out for good: what people need there they need no longer, also where it is added again later. */
export const takenOut = ({ add = [], remove = [] }: ScopeChange): string[] =>
  remove.filter((ref) => !add.some((r) => refOf(r) === ref));

/** The intake after a change of scope. */
export function rescoped(intake: Intake, change: ScopeChange): Intake {
  const left = reduced(intake, change);
  const { roles: before, unplaced: _unplaced, ...data } = left.data;
  const euPersonalData = change.euPersonalData ?? data.euPersonalData;
  const classes = change.dataClasses ?? data.classes;
  const roles = declaresPersonalData({ classes, euPersonalData }) ? (change.dataRoles ?? before) : undefined;
  return {
    ...left,
    resources: [...left.resources, ...(change.add ?? []).map((r) => ({ ...ownerBefore(intake, r), ...r }))],
    ...(change.euMarket === undefined ? {} : { aiAct: { euMarket: change.euMarket } }),
    data: {
      ...data,
      classes,
      euPersonalData,
      ...(roles === undefined ? {} : { roles }),
      ...(isUnplaced(intake, change) ? { unplaced: true as const } : {}),
    },
  };
}

/** SHA-256 of what a vendor is evaluated and data protection is decided for: the data, and where personal data lies. */
export const dataScopeOf = (intake: Intake): string =>
  contentHash({
    data: intake.data,
    personal: resourcesOf(intake).flatMap((r) => (r.personalData ? [r.ref] : [])),
  });

/** What is wrong with a change of scope, undefined when it can be made. */
export function scopeFault(state: CaseState, change: ScopeChange): Said | undefined {
  const before = state.replan?.intake ?? state.intake;
  const after = rescoped(before, change);
  return resourceFault(before, after, change) ?? dataFault(after) ?? peopleFault(state, after);
}

function resourceFault(before: Intake, after: Intake, { remove = [] }: ScopeChange): Said | undefined {
  const unknown = remove.find((id) => !resourcesOf(before).some((r) => r.ref === id));
  if (unknown !== undefined) return say('lifecycle.unknown-resource', { resource: unknown });
  const resources = resourcesOf(after);
  const twice = resources.find((r, i) => resources.findIndex((s) => s.ref.toLowerCase() === r.ref.toLowerCase()) !== i);
  if (twice !== undefined) return say('lifecycle.resource-twice', { resource: twice.ref });
  if (resources.length === 0) return say('lifecycle.nothing-left');
  return canonicalJson(before) === canonicalJson(after) ? say('lifecycle.no-change') : undefined;
}

function dataFault(intake: Intake): Said | undefined {
  const { data, resources } = intake;
  const personal = data.classes.some((c) => PERSONAL.includes(c));
  const holder = resources.find((r) => r.kind === 'repository' && r.personalData && !personal);
  if (holder !== undefined) return say('lifecycle.personal-data-missing', { resource: refOf(holder) });
  const asset = assetsOf(intake).find((a) => !data.classes.includes(a.dataClass));
  if (asset !== undefined)
    return say('lifecycle.data-class-missing', { resource: refOf(asset), dataClass: asset.dataClass });
  return data.euPersonalData && data.roles === undefined ? say('lifecycle.data-roles-missing') : undefined;
}

function peopleFault(state: CaseState, { resources }: Intake): Said | undefined {
  const actors = CLIENT_ACTORS.flatMap((role) => namedFor(state, role));
  const stray = resources.find(({ owner }) => owner !== undefined && !actors.includes(inPlaceOf(state, owner)));
  if (stray !== undefined) return say('lifecycle.owner-unknown', { resource: refOf(stray) });
  const clients = CLIENT_ROLES.flatMap((role) => namedFor(state, role));
  for (const { administrator = '', checker = '', ...place } of resources.filter(
    ({ provider }) => provider === BY_HAND,
  )) {
    const resource = refOf(place);
    if (!clients.includes(administrator) || !clients.includes(checker))
      return say('lifecycle.asset-people-unknown', { resource });
    if (administrator === checker) return say('lifecycle.asset-same-person', { resource });
  }
  return undefined;
}
