import { Kbd, Modal, Table } from '@mantine/core';
import type { Place } from './places.js';

const FIRST: [string, string][] = [
  ['Ctrl K', 'Find a case, a person, a vendor, a document, a page'],
  ['j / k', 'Next or previous row'],
  ['Enter', 'Open the row'],
  ['e', 'Open the next task'],
];
const LAST: [string, string][] = [
  ['?', 'This list'],
  ['Esc', 'Close what is open'],
];

/** The list of keys, with those of the places that the reader has. */
export function KeyHelp({ open, onClose, places }: { open: boolean; onClose(): void; places: Place[] }) {
  const leading = places.map(({ shortcut, name }): [string, string] => [shortcut, name]);
  return (
    <Modal opened={open} onClose={onClose} title="Keyboard">
      <Table>
        <Table.Tbody>
          {[...FIRST, ...leading, ...LAST].map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td w={110}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
