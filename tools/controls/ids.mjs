import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every control by its file: `domain/controls/<area>/<ID>.ts`. */
export const CONTROL_FILES = readdirSync(`${ROOT}domain/controls`, { withFileTypes: true })
  .filter((area) => area.isDirectory())
  .flatMap((area) => readdirSync(`${ROOT}domain/controls/${area.name}`).map((file) => ({ area: area.name, file })))
  .filter(({ file }) => /^[A-Z]{2}-\d+\.ts$/.test(file))
  .map(({ area, file }) => ({ area, id: file.slice(0, -3) }));
