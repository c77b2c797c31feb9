import type { CheckedCase } from '../../../contract/caseFile.js';
import { goToField } from '../../form/goToField.js';
import { messageOf } from './asFile.js';
import { nameOfField } from './sections.js';

/** Faults that are told beside the button. */
const TOLD = 4;

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
