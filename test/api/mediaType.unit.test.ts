import { mediaTypeOf } from '../../api/mediaType.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test.each([
  ['%PDF-1.7 …', 'text/html', 'application/pdf'],
  ['<html><script>', 'text/html', 'text/plain'],
  ['<svg onload="x">', 'image/svg+xml', 'text/plain'],
  ['name: x\n', 'application/yaml; charset=utf-8', 'application/yaml'],
  ['a,b\n1,2\n', 'text/csv', 'text/csv'],
  ['PK\u0003\u0004…', DOCX, DOCX],
  ['PK\u0003\u0004…', 'application/pdf', 'application/zip'],
  ['Zażółć', '', 'text/plain'],
  ['a\u0000b', 'text/plain', 'application/octet-stream'],
  [Buffer.from([0xff, 0xfe, 0x41]), 'text/plain', 'application/octet-stream'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'text/html', 'image/png'],
])('bytes %j said to be "%s" are %s', (bytes, said, found) => {
  expect(mediaTypeOf(Buffer.from(bytes), said)).toBe(found);
});
