/** The picture of one KPI; a missed reading is a hollow square, so that no colour carries meaning alone. */
export const PLOT = `{{#if plot}}{{#with plot}}<figure class="plot"><svg viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{alt}}">
<rect class="good" x="{{frame.left}}" y="{{good.y}}" width="{{span}}" height="{{good.height}}"/>
<line class="axis" x1="{{frame.left}}" y1="{{frame.bottom}}" x2="{{frame.right}}" y2="{{frame.bottom}}"/>
<line class="target" x1="{{frame.left}}" y1="{{target.y}}" x2="{{frame.right}}" y2="{{target.y}}"/>
<text class="target" x="{{labelX}}" y="{{target.y}}" dy="4">{{target.label}}</text>
{{#each scale}}<text x="{{../scaleX}}" y="{{y}}" dy="4" text-anchor="end">{{label}}</text>{{/each}}
{{#each days}}<text x="{{x}}" y="{{../daysY}}" text-anchor="{{anchor}}">{{label}}</text>{{/each}}
<polyline points="{{line}}"/>
{{#each dots}}{{#if missed}}<rect class="missed" x="{{boxX}}" y="{{boxY}}" width="9" height="9"/>{{else}}<circle class="reached" cx="{{x}}" cy="{{y}}" r="4"/>{{/if}}{{/each}}
</svg><figcaption>Filled circle: target reached; hollow square: missed. The shaded side reaches it.</figcaption></figure>{{/with}}{{/if}}`;
