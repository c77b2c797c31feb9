/** Style that all pages share: one column, no colour carries meaning alone. */
export const STYLE = `
* { box-sizing: border-box; }
:root { --ink: #1c2430; --soft: #55606e; --line: #d5dbe3; --wash: #f4f6f9; --good: #1b6b3a; --bad: #9c1c1c; --mid: #7a4b00; --edge: #22406b; }
body { margin: 0 auto; max-width: 1060px; padding: 32px 28px 64px; color: var(--ink); background: #fff;
  font: 15px/1.5 Inter, "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 28px; line-height: 1.2; margin: 2px 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 40px 0 8px; padding-top: 10px; border-top: 2px solid var(--edge); }
h3 { font-size: 15.5px; margin: 22px 0 4px; }
p { margin: 6px 0; max-width: 88ch; }
.kicker { color: var(--edge); font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; font-size: 12px; }
.soft, caption, figcaption { color: var(--soft); }
.mono { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.84em; overflow-wrap: anywhere; }
a { color: var(--edge); }
table { border-collapse: collapse; width: 100%; margin: 8px 0 4px; font-size: 13.5px; }
caption { text-align: left; padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: 600; font-size: 12px; border-bottom: 1.5px solid var(--ink); white-space: nowrap; }
tbody th { font-weight: 500; }
td.num, th.num { text-align: right; font-variant-numeric: tabular-nums; }
.tag { display: inline-block; border: 1px solid currentColor; padding: 0 6px; font-size: 11px; font-weight: 600; color: var(--soft); }
footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12.5px; }
@media print {
  body { padding: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } a { color: inherit; text-decoration: none; }
}
`;

/** Style of report and certificate: numbered sheets of A4 on paper, rows as cards on a narrow screen. */
export const PAGE_STYLE = `${STYLE}
header p { margin: 2px 0; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--mid); } .note { color: var(--soft); }
.answer { border: 1px solid var(--line); border-left: 5px solid var(--soft); background: var(--wash); color: var(--ink); padding: 12px 18px; margin: 18px 0; }
.answer.good { border-left-color: var(--good); } .answer.bad { border-left-color: var(--bad); } .answer.wait { border-left-color: var(--mid); }
.answer .headline { font-size: 18px; font-weight: 650; margin: 0 0 4px; }
.answer.good .headline { color: var(--good); } .answer.bad .headline { color: var(--bad); } .answer.wait .headline { color: var(--mid); }
.answer ul { margin: 4px 0 10px; padding-left: 20px; }
dl { margin: 6px 0; } dl div { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: 0 14px; padding: 3px 0; }
dt { color: var(--soft); font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
nav ol { columns: 3 180px; margin: 10px 0 0; padding-left: 22px; font-size: 13.5px; }
th.wide { width: 58%; }
td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.hash { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 10px; white-space: nowrap; color: var(--soft); }
.more { display: block; color: var(--soft); font-weight: 400; }
.forms { columns: 2; column-gap: 32px; font-size: 13px; }
.form { margin: 0 0 14px; } .form h4 { font-size: 13.5px; margin: 0; } .form h4, .form p { break-after: avoid; } .form h4 { break-inside: avoid; } .form p { margin: 0 0 2px; }
.policy { color: var(--edge); }
.answers { margin: 2px 0 0; } .answers div { display: block; padding: 1px 0; break-inside: avoid; }
.answers dt { display: inline; font-weight: 400; margin-right: 4px; } .answers dd { display: inline; font-weight: 500; }
.share { display: flex; height: 12px; border: 1px solid var(--line); margin: 10px 0; background: var(--wash); }
.share span { display: block; height: 100%; }
.s0 { background: #22406b; } .s1 { background: #c07a16; } .s2 { background: #6d8fb8; } .s3 { background: #dfe4ea; }
figure.plot { margin: 10px 0; max-width: 640px; break-inside: avoid; }
.plot svg { display: block; width: 100%; height: auto; }
.plot text { font-size: 12px; fill: var(--soft); } .plot text.target { fill: var(--edge); }
.plot .side { fill: #eef5f0; } .plot .axis { stroke: var(--line); } .plot line.target { stroke: var(--edge); stroke-dasharray: 5 4; }
.plot polyline { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.plot .reached { fill: var(--good); } .plot .missed { fill: #fff; stroke: var(--bad); stroke-width: 2; }
figcaption { font-size: 12px; }
@media screen and (max-width: 700px) {
  body { padding: 20px 16px 48px; } .forms { columns: 1; }
  dl div { grid-template-columns: minmax(0, 1fr); } dl.answers div { padding: 4px 0; } .answers dt, .answers dd { display: block; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  table, tbody, tr, th, td, th.wide { display: block; width: 100%; } tr { padding: 8px 0; border-bottom: 1px solid var(--line); }
  caption { display: block; } tbody th, td, td.num { border: 0; padding: 1px 0; text-align: left; } td.when { white-space: normal; } td.hash { white-space: normal; word-break: break-all; }
  td::before { content: attr(data-title) ": "; color: var(--soft); } td.empty { display: none; }
}
@page { size: A4; margin: 13mm 13mm 16mm;
  @bottom-left { font: 7.5pt sans-serif; color: #55606e; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt sans-serif; color: #55606e; } }
@media print {
  body { font-size: 9pt; line-height: 1.38; } h1 { font-size: 17pt; } h2 { font-size: 12pt; margin: 15pt 0 4pt; padding-top: 5pt; } h3 { font-size: 10pt; margin: 9pt 0 2pt; }
  p { margin: 3pt 0; } .kicker { font-size: 7.5pt; } nav { display: none; }
  table { font-size: 8pt; margin: 3pt 0; } thead th { font-size: 7.5pt; } th, td { padding: 2.6pt 9pt 2.6pt 0; }
  .answer { margin: 9pt 0; padding: 7pt 11pt; break-inside: avoid; } .answer .headline { font-size: 12pt; }
  dl div { padding: 1.4pt 0; grid-template-columns: 92pt minmax(0, 1fr); }
  td.hash { font-size: 6.5pt; }
  .forms { font-size: 7.8pt; column-gap: 16pt; } .form h4 { font-size: 8.2pt; } .form { margin-bottom: 8pt; } .answers div { padding: 0; }
  footer { margin-top: 12pt; padding-top: 5pt; font-size: 7.5pt; } figcaption { font-size: 7.5pt; }
  .answer, .share, .share span, .plot { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
