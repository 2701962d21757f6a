/** Printed on A4, read on a screen of 360 pixels: below 700 each row stands as a small card. */
export const style = `
@page { size: A4; margin: 20mm 15mm 20mm 25mm; }
:root { color-scheme: light; --ink: #1a1a1a; --soft: #5a5a5a; --line: #c9c9c9; --wrong: #a01212; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 "Times New Roman", Tinos, "Liberation Serif", serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; text-align: center; text-wrap: balance; }
header p { margin: 0 auto 1.5rem; color: var(--soft); text-align: center; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; line-height: 1.3; break-after: avoid; }
p { margin: 0 0 .75rem; max-width: 48rem; }
table { width: 100%; margin: 0 0 1rem; table-layout: fixed; border-collapse: collapse; font-size: .9rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { padding: .25rem 0; color: var(--soft); text-align: left; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; text-align: right; }
th[scope=row], thead th:first-child, td.text { text-align: left; }
thead th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }
th[scope=row] { font-weight: 400; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
td b, .range { font-weight: 600; white-space: nowrap; }
.range { font-weight: 400; }
small { display: block; color: var(--soft); font-size: .85em; }
.refused { color: var(--soft); font-style: italic; }
.wide { text-align: center; }
a { color: inherit; }
sup { line-height: 0; }
sup a { text-decoration: none; }
.name { width: 20%; }
.result, .plan { width: 16%; }
.above, .gap { width: 13%; }
.yoy { width: 11%; }
.refs { width: 7%; }
.note { color: var(--soft); font-size: .9rem; }
.checks { padding-left: 1.25rem; }
.checks li { margin-bottom: .6rem; break-inside: avoid; }
.checks .statement { color: var(--soft); }
.verdict { font-weight: 600; }
.contradicts .verdict { color: var(--wrong); }
.sources { font-size: .9rem; overflow-wrap: anywhere; }
@media screen and (max-width: 700px) {
  table, thead, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: .1rem 0; }
  th[scope=row] { font-weight: 600; }
  td { display: grid; grid-template-columns: minmax(7rem, 2fr) 3fr; gap: .5rem; text-align: left; }
  td::before { content: attr(data-label); color: var(--soft); }
  .wide { text-align: left; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  table { font-size: 9pt; }
  th, td { padding-inline: .2rem; }
  a { text-decoration: none; }
  td b, .range { white-space: normal; }
}
`;
