import type { Asset, Intake, Resource } from '../case/intake.js';

/** The provider at which a person opens and closes by hand, and another one checks. */
export const BY_HAND = 'manual';

/** How a resource is referred to anywhere: `<provider>:<id>`, such as `github:acme/search`. */
export const refOf = ({ provider, id }: Pick<Resource, 'provider' | 'id'>): string => `${provider}:${id}`;

/** A reference to a resource, taken apart. */
export function fromRef(ref: string): { provider: string; id: string } {
  const at = ref.indexOf(':');
  return { provider: ref.slice(0, Math.max(at, 0)), id: ref.slice(at + 1) };
}

/** A resource by its reference, and whether it may hold personal data. */
export type Placed = Pick<Resource, 'kind'> & {
  ref: string;
  /** It holds personal data, or may hold them as long as nobody has said where they lie. */
  personalData: boolean;
};

type Holders = {
  data: Pick<Intake['data'], 'classes' | 'euPersonalData' | 'unplaced'>;
  resources: Pick<Resource, 'provider' | 'id' | 'kind' | 'personalData'>[];
};

/** True where the case says that the work involves personal data. */
export const declaresPersonalData = ({ classes, euPersonalData }: Holders['data']): boolean =>
  euPersonalData || classes.some((c) => c === 'personal-data' || c === 'special-category-data');

/** Everything that a case gives access to, by reference. */
export function resourcesOf({ data, resources }: Holders): Placed[] {
  const anywhere = data.unplaced === true || (declaresPersonalData(data) && !resources.some((r) => r.personalData));
  return resources.map((r) => ({ ref: refOf(r), kind: r.kind, personalData: anywhere || r.personalData }));
}

const isAsset = (resource: Resource): resource is Asset => resource.kind !== 'repository';

/** The data sets and models among resources. */
export const assetsOf = ({ resources }: Pick<Intake, 'resources'>): Asset[] => resources.filter(isAsset);

/** True for what no system answers for, so that a person opens it and another one checks. */
export const isManual = (ref: string): boolean => ref.startsWith(`${BY_HAND}:`);
