#include "report/page_style.h"

namespace stumble {

// Contrast on the paper: words 4.5 or more, shapes 3 or more; tests/browser measures both. A drawing's words are in
// rem, so that they are as large on a phone as on a desk.
std::string_view PageStyle() {
  return R"(
:root { color-scheme: light dark; --paper: #fbf8f2; --tint: #f3ebdd; --ink: #2d2a26; --quiet: #645d53; --line: #ddd5c7; --blue: #2f6389;
  --pale: #c3d5e2; --amber: #8a5a00; --warm: #c08a2e }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1c1a; --tint: #2a2823; --ink: #ece6db; --quiet: #b5ad9f; --line: #403c35;
  --blue: #8fbadd; --pale: #33495b; --amber: #e3b566; --warm: #c99a4a } }
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; font: 1.0625rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino,
  "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif; overflow-wrap: anywhere; background: var(--paper) }
h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance; break-after: avoid }
h1 { margin: 0; font-size: 2.1rem; letter-spacing: -.01em }
h2 { margin: 0 0 .6rem; font-size: 1.2rem }
h3 { margin: 0 0 .5rem; font-size: 1.2rem }
p { margin: 0 0 .75rem }
a { color: var(--blue); text-underline-offset: .2em; text-decoration-thickness: 1px }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--blue); outline-offset: 3px; border-radius: 2px }
.skip { position: absolute; inset-inline-start: 1.25rem; top: -5rem; padding: .4rem .8rem; background: var(--paper) }
.skip:focus { top: .5rem }
.days, .quiet { color: var(--quiet) }
.days { margin: .25rem 0 0 }
header { margin-bottom: 2.25rem }
.kind { margin: 0 0 2.5rem; padding: 1.5rem 1.6rem 1.6rem; background: var(--tint); border-inline-start: 4px solid var(--warm);
  border-radius: 3px }
.kind .lead { margin: 0 0 .35rem; color: var(--quiet); font-size: 1rem }
.kind .words { margin: 0; font-size: 1.5rem; line-height: 1.4 }
.nothing { font-size: 1.3rem }
.glance { display: grid; grid-auto-flow: dense; gap: 2rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)) }
.glance > .wide { grid-column: 1 / -1 }
ul { margin: 0; padding: 0; list-style: none }
li { margin: 0 0 .55rem; padding-inline-start: 1.1rem; position: relative }
li::before { content: ""; position: absolute; inset-inline-start: 0; top: .62em; width: .4rem; height: .4rem; border-radius: 50%;
  border: 1.5px solid var(--warm) }
.when, .note { color: var(--quiet) }
nav { margin: 3rem 0 0; padding: 1rem 0; border-block: 1px solid var(--line); font: .95rem/1.5 system-ui, sans-serif }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem }
nav li { margin: 0; padding: 0 }
nav li::before { content: none }
nav a { display: inline-block; padding: .15rem 0 }
.closer { margin-top: 3.5rem }
.closer > h2 { font-size: 1.6rem; margin-bottom: .2rem }
.closer > .quiet { margin-bottom: 2.25rem }
.part { margin: 0 0 3.25rem }
.part ul { margin-top: .75rem }
figure { margin: 1.75rem 0 0; font: .875rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; break-inside: avoid }
figcaption { margin: 0 0 .9rem; font-weight: 600 }
.several { display: grid; gap: 0 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)) }
.panels { display: grid; gap: 1.4rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)) }
.panels p { margin: 0 0 .2rem; font-weight: 600 }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .9rem 0 0; color: var(--quiet) }
.legend li { margin: 0; padding: 0; display: flex; align-items: center; gap: .4rem }
.legend li::before { content: none }
.note-below { margin: .6rem 0 0; color: var(--quiet) }
svg { display: block; overflow: visible; font-size: 1rem }
.roomy, .on-paper { display: none }
svg.signs { position: absolute }
svg text { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke;
  font-size: .8125rem; font-variant-numeric: tabular-nums }
svg .day { fill: var(--quiet) }
.grid { stroke: var(--line); stroke-width: 1 }
.axis { stroke: var(--quiet); stroke-width: 1 }
.episode, .name, .edge { fill: var(--blue) }
.with-you { fill: var(--pale) }
.track { fill: var(--tint) }
.between { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 1 4; stroke-linecap: round }
.sign { fill: var(--blue); stroke: var(--paper); stroke-width: 1.5 }
.hollow { fill: var(--paper); stroke: var(--blue); stroke-width: 2 }
.open { fill: none; stroke: var(--blue); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round }
.stroke { fill: none; stroke: var(--ink); stroke-width: 1.5 }
.small { stroke: none }
.middle { fill: var(--amber) }
.band { fill: var(--pale) }
.curve { stroke: var(--blue); stroke-width: 2.25; stroke-linecap: round }
.slope { stroke: var(--blue); stroke-width: 1.5; stroke-linecap: round; opacity: .75 }
.faint { opacity: .3 }
.twice { stroke-width: 3 }
.often { stroke-width: 5 }
.end { fill: var(--blue); stroke: var(--paper); stroke-width: 1 }
.middle-line { stroke: var(--amber); stroke-width: 2.5; stroke-dasharray: 7 4 }
.hours { fill: var(--blue) }
details { margin-top: .9rem }
summary { cursor: pointer; padding: .2rem 0; color: var(--quiet); font: .875rem/1.45 system-ui, sans-serif }
table { width: 100%; table-layout: fixed; margin: .5rem 0 0; border-collapse: collapse; font: .875rem/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
th, td { padding: .45rem .35rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400 }
thead th, thead td { color: var(--quiet); vertical-align: bottom; hyphens: auto }
tbody th { font-weight: 600 }
thead > tr > :first-child { width: 32% }
.many { font-size: .75rem }
.many thead > tr > :first-child { width: 24% }
.many th, .many td { padding-inline: .15rem }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .95rem }
@media screen and (min-width: 46rem) {
  .narrow { display: none }
  .roomy { display: inline }
}
@media (max-width: 30rem) {
  body { padding-top: 1.75rem; font-size: 1rem }
  h1 { font-size: 1.75rem }
  .kind { padding: 1.1rem 1.1rem 1.2rem }
  .kind .words { font-size: 1.3rem }
  table { font-size: .8125rem }
  th, td { padding-inline: .2rem }
}
@media (forced-colors: active) {
  :root { --paper: Canvas; --tint: Canvas; --ink: CanvasText; --quiet: CanvasText; --line: GrayText; --blue: CanvasText; --pale: GrayText;
    --amber: Highlight; --warm: CanvasText }
  svg { forced-color-adjust: none }
}
@page { margin: 11mm }
@media print {
  :root { color-scheme: light; --paper: #fff; --tint: #f6f1e8; --ink: #1d1b19; --quiet: #57514a; --line: #d5cdbf; --blue: #2f6389;
    --pale: #c3d5e2; --amber: #8a5a00; --warm: #c08a2e }
  html { font-size: 8pt }
  body { max-width: none; padding: 0; line-height: 1.4 }
  nav, details, .skip, footer { display: none }
  header { margin-bottom: 1rem }
  .kind { margin-bottom: 1.2rem; padding: .8rem 1rem; break-inside: avoid }
  .glance { display: block; columns: 2; column-gap: 8mm }
  .glance > section { margin-bottom: 1.2rem }
  body:not(.handout) .glance li:nth-last-child(n + 6) { display: none }
  body:not(.handout) .glance ul:has(> li:nth-child(6))::before { content: "\2026" }
  li { margin-bottom: .3rem }
  .closer { margin-top: 1.2rem; columns: 2; column-gap: 8mm }
  .closer > h2, .closer > .quiet { column-span: all }
  .closer > .quiet { margin-bottom: .8rem }
  .part { margin-bottom: 1.3rem }
  .part p { margin-bottom: .3rem; orphans: 2; widows: 2 }
  figure { margin-top: .8rem }
  .sign { transform: scale(.7) }
  .several { display: block }
  .several figure:nth-child(n + 2), .two-sizes [role=img] { display: none }
  .on-paper { display: block }
  .part li:nth-last-child(n + 6) { display: none }
  .part ul:not(.legend):has(> li:nth-child(6))::before { content: "\2026" }
  .legend li:nth-last-child(n + 6) { display: flex }
  li { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden }
  .panels > :nth-child(n + 7) { display: none }
  .closer:has(#groups):has(#comparison) .panels > :nth-child(n + 5) { display: none }
  .closer:has(#groups):has(#comparison) li:nth-last-child(n + 4):not(.legend li) { display: none }
  .closer:has(#groups, #comparison) :is(#beside, #when, #belief) figure { display: none }
  .panels { grid-template-columns: 1fr 1fr; gap: .6rem 1rem }
}
)";
}

}  // namespace stumble
