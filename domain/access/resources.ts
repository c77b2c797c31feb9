import type { Intake } from '../case/intake.js';

/** Something that access is given to: a repository, or a data set or model held by hand. */
export type Resource = {
  id: string;
  kind: 'repository' | 'data-set' | 'model';
  /** It holds personal data, or may hold them as long as nobody has said where they lie. */
  personalData: boolean;
};

type Holders = {
  data: Pick<Intake['data'], 'classes' | 'euPersonalData' | 'unplaced'>;
  repositories: { id: string; personalData: boolean }[];
  assets?: { id: string; personalData: boolean }[] | undefined;
};

/** True where the case says that the work involves personal data. */
export const declaresPersonalData = ({ classes, euPersonalData }: Holders['data']): boolean =>
  euPersonalData || classes.some((c) => c === 'personal-data' || c === 'special-category-data');

/** Everything that a case gives access to; an asset's id says what it is: `data:<name>` or `model:<name>`. */
export function resourcesOf({ data, repositories, assets = [] }: Holders): Resource[] {
  const holds = [...repositories, ...assets].some((r) => r.personalData);
  const anywhere = data.unplaced === true || (declaresPersonalData(data) && !holds);
  return [
    ...repositories.map((r) => ({ id: r.id, personalData: anywhere || r.personalData, kind: 'repository' as const })),
    ...assets.map((a) => ({
      id: a.id,
      personalData: anywhere || a.personalData,
      kind: a.id.startsWith('model:') ? ('model' as const) : ('data-set' as const),
    })),
  ];
}

/** True for a data set or a model: no system answers for it, so a person opens it and another one checks. */
export const isManual = (resource: string): boolean => /^(data|model):/.test(resource);
