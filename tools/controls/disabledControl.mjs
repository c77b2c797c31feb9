// Stands in for domain/controls/control.ts in one jest project: the control named by DISABLED_CONTROL says "met" to everything.
import * as real from '../../domain/controls/control.ts';

export * from '../../domain/controls/control.ts';

const disable = (control) =>
  control.id === globalThis.DISABLED_CONTROL
    ? { ...control, assess: () => ({ status: 'met', restsOn: ['disabled'] }) }
    : control;

export const defineControl = (definition) => disable(real.defineControl(definition));
export const defineFact = (definition) => disable(real.defineFact(definition));
