import { STYLE } from '../page/style.js';

/** Style of the pages for whoever decides on a vendor, on top of the report's: each prints on one sheet of A4 where it can. */
export const DECIDING_STYLE = `${STYLE}
@page { size: A4; margin: 11mm 12mm; }
h1 { font-size: 22px; } h2 { margin: 22px 0 4px; padding-top: 8px; font-size: 16px; }
.side th[scope="col"] { white-space: normal; font-size: 13.5px; color: var(--ink); }
.side td, .side th[scope="col"] { padding: 7px 12px 7px 10px; }
.side { table-layout: fixed; } .side thead th:first-child { width: 18%; } .side th, .side td { overflow-wrap: anywhere; }
.side tbody th { white-space: normal; }
.marked { background: #eef5f0; }
.tag.good { color: var(--good); } .tag.bad { color: var(--bad); }
.advice { border: 1.5px solid var(--edge); padding: 8px 14px; margin: 12px 0; }
.advice ul, .side ul, .criteria { margin: 4px 0 0; padding-left: 18px; }
tr.sum th, tr.sum td { border-top: 1.5px solid var(--ink); font-weight: 600; }
@media print {
  body { font-size: 8.6pt; line-height: 1.32; } table { font-size: 8pt; margin: 3px 0; }
  h1 { font-size: 15pt; } h2 { font-size: 10.5pt; margin: 7pt 0 2pt; padding-top: 3pt; }
  p { margin: 2pt 0; max-width: none; } td, th { padding-top: 2.5pt !important; padding-bottom: 2.5pt !important; }
  thead th, .side th[scope="col"] { font-size: inherit; } footer { margin-top: 6pt; padding-top: 3pt; font-size: 7pt; } .advice { margin: 4pt 0; padding: 3pt 8pt; }
  .marked, .advice { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .shortened { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
}
`;
