import { type Html, html } from './escape.js';
import type { Plot } from './plot.js';

const dot = ({ x, y, boxX, boxY, missed }: Plot['dots'][number]): Html =>
  missed
    ? html`<rect class="missed" x="${boxX}" y="${boxY}" width="9" height="9"/>`
    : html`<circle class="reached" cx="${x}" cy="${y}" r="4"/>`;

/** The picture of one KPI; a missed reading is a hollow square, so that no colour carries meaning alone. */
export const plotMarkup = (plot: Plot): Html => {
  const { width, height, frame, good, target, span, labelX, scaleX, daysY } = plot;
  return html`<figure class="plot"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${plot.alt}">
<rect class="side" x="${frame.left}" y="${good.y}" width="${span}" height="${good.height}"/>
<line class="axis" x1="${frame.left}" y1="${frame.bottom}" x2="${frame.right}" y2="${frame.bottom}"/>
<line class="target" x1="${frame.left}" y1="${target.y}" x2="${frame.right}" y2="${target.y}"/>
<text class="target" x="${labelX}" y="${target.y}" dy="4">${target.label}</text>
${plot.scale.map(({ y, label }) => html`<text x="${scaleX}" y="${y}" dy="4" text-anchor="end">${label}</text>`)}
${plot.days.map(({ x, label, anchor }) => html`<text x="${x}" y="${daysY}" text-anchor="${anchor}">${label}</text>`)}
<polyline points="${plot.line}"/>
${plot.dots.map(dot)}
</svg><figcaption>Circle: target reached. Square: missed. The shaded side reaches the target.</figcaption></figure>`;
};
