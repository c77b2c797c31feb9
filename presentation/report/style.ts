/** Style of the report: one column, prints on A4, no colour carries meaning alone. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
:root { --ink: #1c2430; --soft: #55606e; --line: #d5dbe3; --wash: #f4f6f9; --good: #1b6b3a; --bad: #9c1c1c; --mid: #7a4b00; --edge: #22406b; }
body { margin: 0 auto; max-width: 1060px; padding: 32px 28px 64px; color: var(--ink); background: #fff;
  font: 15px/1.5 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
h1 { font-size: 30px; line-height: 1.2; margin: 2px 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 20px; margin: 44px 0 10px; padding-top: 12px; border-top: 2px solid var(--edge); }
h3 { font-size: 16px; margin: 26px 0 6px; }
p { margin: 6px 0; max-width: 88ch; }
.kicker { color: var(--edge); font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; font-size: 12px; }
.soft, caption { color: var(--soft); }
.std { display: block; font-size: 11.5px; }
.mono { font-family: "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 0.84em; overflow-wrap: anywhere; }
nav ol { columns: 2; margin: 10px 0 0; padding-left: 22px; max-width: 560px; }
nav a, a { color: var(--edge); }
table { border-collapse: collapse; width: 100%; margin: 8px 0 4px; font-size: 13.5px; }
caption { text-align: left; padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: 600; font-size: 12px; border-bottom: 1.5px solid var(--ink); white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
td.num, th.num { text-align: right; padding-right: 14px; font-variant-numeric: tabular-nums; }
td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.hash { white-space: nowrap; }
td ul { margin: 0; padding-left: 16px; }
td ul.plain { list-style: none; padding-left: 0; }
.facts th { width: 190px; color: var(--soft); font-weight: 600; }
.facts th::first-letter { text-transform: uppercase; }
.controls { table-layout: fixed; }
.controls th:nth-child(1) { width: 62px; } .controls th:nth-child(2) { width: 27%; } .controls th:nth-child(4), .controls th:nth-child(5) { width: 92px; } .controls th:nth-child(6) { width: 112px; }
.controls td.when { white-space: normal; }
.tiles { display: flex; gap: 12px; margin: 22px 0; padding: 0; list-style: none; flex-wrap: wrap; }
.tiles li { flex: 1 1 120px; border: 1px solid var(--line); border-top: 4px solid var(--soft); padding: 10px 14px; background: var(--wash); }
.tiles strong { display: block; font-size: 28px; line-height: 1.15; font-variant-numeric: tabular-nums; }
.tiles .met { border-top-color: var(--good); } .tiles .refused { border-top-color: var(--bad); }
.tiles .waived { border-top-color: var(--mid); } .tiles .open { border-top-color: var(--edge); }
.seal { border: 1.5px solid var(--good); padding: 12px 16px; margin: 18px 0; }
.seal.broken { border-color: var(--bad); border-width: 3px; }
.seal strong { color: var(--good); } .seal.broken strong { color: var(--bad); }
.attention { background: #fff8ea; border-left: 4px solid var(--mid); padding: 10px 16px 12px; margin: 18px 0; }
.attention h2 { border: 0; margin: 0 0 4px; padding: 0; font-size: 16px; }
.attention ul { margin: 4px 0 0; padding-left: 20px; }
.tag { display: inline-block; border: 1px solid currentColor; padding: 0 6px; font-size: 11px; font-weight: 600; color: var(--soft); }
.refusal td, .refusal th { background: #fdf3f2; }
.bar { display: flex; height: 14px; border: 1px solid var(--line); margin: 10px 0; background: var(--wash); }
.bar span { display: block; height: 100%; }
.b0 { background: #22406b; } .b1 { background: #c07a16; } .b2 { background: #6d8fb8; } .b3 { background: #dfe4ea; }
.key { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border: 1px solid var(--line); }
figure.plot { margin: 10px 0; max-width: 640px; break-inside: avoid; }
.plot svg { display: block; width: 100%; height: auto; }
.plot text { font-size: 12px; fill: var(--soft); } .plot text.target { fill: var(--edge); }
.plot .good { fill: #eef5f0; } .plot .axis { stroke: var(--line); } .plot line.target { stroke: var(--edge); stroke-dasharray: 5 4; }
.plot polyline { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.plot .reached { fill: var(--good); } .plot .missed { fill: #fff; stroke: var(--bad); stroke-width: 2; }
figcaption { color: var(--soft); font-size: 12px; }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12.5px; }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 8.6pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } nav { display: none; } a { color: inherit; text-decoration: none; }
  .tiles li, .attention, .refusal td, .bar, .bar span, .key, .plot { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
