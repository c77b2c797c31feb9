import { assetsOf, refOf } from '../../access/resources.js';
import type { Asset } from '../../case/intake.js';
import type { CaseState } from '../../case/state.js';
import { sameCompany } from '../company.js';
import { MATERIALS } from '../security/isolationForm.js';
import { answersOf } from './answers.js';
import type { Kept, Material } from './entry.js';

const held = ({ form, personalData, kind, ...place }: Asset): Material => ({
  name: refOf(place),
  kind: kind === 'model' ? 'model' : 'data-set',
  origin: 'client',
  form,
  personalData,
  sources: [{ from: 'case-file', answer: 'resources' }],
});

/** Every data set and model of the case: what the client gives, what the vendor says of it and brings itself. */
export function materialsOf(state: CaseState): Material[] {
  const uses: Material[] = (answersOf(state, 'IP-4')?.uses ?? []).map((u) => ({
    ...u,
    sources: [{ from: 'IP-4', answer: 'uses' }],
  }));
  const minimised: Material[] = (answersOf(state, 'DC-2')?.dataSets ?? []).map(({ dataSet, form }) => ({
    name: dataSet,
    kind: 'data-set',
    form,
    sources: [{ from: 'DC-2', answer: 'dataSets' }],
  }));
  const all = assetsOf(state.intake).map(held);
  for (const one of [...minimised, ...uses]) {
    const at = all.findIndex((m) => m.kind === one.kind && sameCompany(m.name, one.name));
    const known = all[at];
    // What the client says of its own counts before what is said of it.
    if (known === undefined) all.push(one);
    else all[at] = { ...one, ...known, sources: [...known.sources, ...one.sources] };
  }
  return all;
}

/** Whose account holds weights, prompts and embeddings. */
export function keptOf(state: CaseState): Kept[] {
  const form = state.evidence['DC-3']?.form ?? {};
  return MATERIALS.flatMap((material) => {
    const where = form[material];
    return typeof where === 'string' ? [{ material, where, from: 'DC-3', answer: material }] : [];
  });
}
