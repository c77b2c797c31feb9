/** Something that access is given to: a repository, or a data set or model held by hand. */
export type Resource = { id: string; kind: 'repository' | 'data-set' | 'model'; personalData: boolean };

type Holders = {
  repositories: { id: string; personalData: boolean }[];
  assets?: { id: string; personalData: boolean }[] | undefined;
};

/** Everything that a case gives access to; an asset's id says what it is: `data:<name>` or `model:<name>`. */
export const resourcesOf = ({ repositories, assets = [] }: Holders): Resource[] => [
  ...repositories.map(({ id, personalData }) => ({ id, personalData, kind: 'repository' as const })),
  ...assets.map(({ id, personalData }) => ({
    id,
    personalData,
    kind: id.startsWith('model:') ? ('model' as const) : ('data-set' as const),
  })),
];

/** True for a data set or a model: no system answers for it, so a person opens it and another one checks. */
export const isManual = (resource: string): boolean => /^(data|model):/.test(resource);
