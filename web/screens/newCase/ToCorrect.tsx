import type { CheckedCase } from '../../../contract/caseFile.js';
import { messageOf } from './asFile.js';
import { nameOfField } from './sections.js';

/** Faults that are told beside the button. */
const TOLD = 4;

/** Goes to the field of a path, or to the nearest group around it. */
export function goToField(path: string): void {
  const around = [path, path.replace(/[.[][^.[]*$/, ''), path.split(/[.[]/)[0] ?? ''];
  for (const at of around) {
    const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (found === null) continue;
    found.closest('details')?.setAttribute('open', '');
    found.scrollIntoView({ block: 'center' });
    const field = found.matches('input, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, textarea');
    (field ?? found).focus({ preventScroll: true });
    return;
  }
}

/** What keeps the case from being opened, each with the way to its field. */
export function ToCorrect({ faults }: { faults: CheckedCase['faults'] }) {
  return (
    <div role="alert">
      <ul className="close" style={{ marginBottom: 8 }}>
        {faults.slice(0, TOLD).map((fault) => (
          <li key={`${fault.path} ${fault.message}`}>
            <button type="button" className="link" onClick={() => goToField(fault.path ?? '')}>
              {nameOfField(fault.path ?? '')}
            </button>
            : {messageOf(fault)}
          </li>
        ))}
        {faults.length > TOLD && <li className="quiet">and {faults.length - TOLD} more</li>}
      </ul>
    </div>
  );
}
