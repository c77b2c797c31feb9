import type { Template } from '../fill.js';

/** Of the case as a whole: its model, scope, pauses. */
export const lifecycle: Record<string, Template> = {
  'lifecycle.model-already-chosen': 'The engagement model is already {model}.',
  'lifecycle.already-paused': 'The case is already paused.',
  'lifecycle.not-paused': 'The case is not paused.',
  'lifecycle.own-pause': 'You paused the case, so someone else has to resume it (AU-2).',
  'scope.unknown-resource': '{resource} is not part of this case, so it cannot be removed.',
  'scope.duplicate-resource': '{resource} is already part of this case. To replace it, remove it in the same change.',
  'scope.nothing-left': 'This would leave nothing to give access to. Close the case instead.',
  'scope.no-change': 'Nothing would change. Name what to add, remove or declare.',
  'scope.personal-data-undeclared': '{resource} holds personal data. Add personal-data to the data classes.',
  'scope.data-class-undeclared': '{resource} holds {dataClass}. Add that class to the data classes.',
  'scope.data-roles-missing': 'With personal data of people in the EU, say who is controller and who is processor.',
  'scope.asset-people-unknown':
    '{resource} needs an administrator and a checker from among the client’s people in this case.',
  'scope.asset-same-person':
    '{resource} has the same person as administrator and checker. Name someone else as checker.',
};
