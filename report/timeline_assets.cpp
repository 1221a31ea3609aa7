#include "report/timeline_assets.h"

namespace dixit::report {

std::string_view timeline_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #faf8f4; --card: #ffffff; --ink: #1d1b18; --faint: #6b655c; --line: #ddd6ca;
  --violent: #a8201a; --coercive: #8a5a00; --none: #4a5a68; --hedge: #6a4c93; --link: #1d5c8a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --card: #201e1b; --ink: #ece7de; --faint: #a39b8f; --line: #3a362f;
    --violent: #ff8a80; --coercive: #f0b65a; --none: #a9b9c6; --hedge: #c9a7f5; --link: #8cc4ee;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4.5rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
body {
  margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
a { color: var(--link); }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .7rem; background: var(--card); z-index: 2; }
.facts, .legend { color: var(--faint); margin: 0 0 .3rem; font-size: .9rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
.legend i { font-style: normal; }
.legend .violent { color: var(--violent); }
.legend .coercive { color: var(--coercive); }
.guide { font-size: .92rem; margin: .6rem 0 0; max-width: 44rem; }
.guide p { margin: .5rem 0; }
.filter {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center;
  gap: .4rem .7rem; margin: .8rem -.3rem; padding: .5rem .3rem; background: var(--paper);
}
.filter[hidden] { display: none; }
.filter input { flex: 1 1 14rem; min-width: 0; }
.filter input, .filter select {
  padding: .5rem .7rem; font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
}
.filter output { color: var(--faint); font-size: .9rem; }
.filter output:empty { display: none; }
.drawing { overflow-x: auto; margin: .8rem 0 0; }
.axis { display: block; width: 100%; min-width: 34rem; height: auto; }
.axis text { font: 12px system-ui, sans-serif; fill: var(--faint); }
.axis .base, .axis .tick { stroke: var(--line); stroke-width: 1.5; }
.dot { color: var(--none); }
.dot.violent { color: var(--violent); }
.dot.coercive { color: var(--coercive); }
.dot circle, .dot path { fill: currentColor; stroke: currentColor; stroke-width: 1.6; }
.dot.hedged circle, .dot.hedged path { fill: var(--paper); stroke-dasharray: 3 2; }
.dot:hover circle, .dot:hover path, .dot:focus circle, .dot:focus path { stroke-width: 4; }
.dot:focus { outline: none; }
.dot:focus-visible circle, .dot:focus-visible path { stroke: var(--link); }
.dot.out { opacity: .15; }
h2 { font-size: 1.1rem; color: var(--faint); margin: 2rem 0 .6rem; }
.card {
  position: relative; background: var(--card); border: 1px solid var(--line);
  border-left: .3rem solid var(--none); border-radius: .5rem; padding: .9rem 1.1rem; margin: 0 0 1rem;
}
.card.violent { border-left-color: var(--violent); }
.card.coercive { border-left-color: var(--coercive); }
.card.hedged { border-left-style: dashed; }
.card:target { outline: 2px solid var(--link); outline-offset: 2px; }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem; }
.card header time { font-weight: 600; margin-right: .4rem; font-variant-numeric: tabular-nums; }
.badge {
  display: inline-block; vertical-align: middle; font-size: .75rem; line-height: 1.3; padding: .08rem .45rem;
  border: 1px solid var(--line); border-radius: 1rem; color: var(--faint); margin: 0 .1rem;
}
.badge.violent { color: var(--violent); border-color: currentColor; font-weight: 600; }
.badge.coercive { color: var(--coercive); border-color: currentColor; font-weight: 600; }
.badge.hedge { color: var(--hedge); border: 1px dashed currentColor; }
h3 { font-size: 1.1rem; line-height: 1.3; margin: .5rem 0 .4rem; }
.to { color: var(--faint); font-weight: 400; }
.unknown { color: var(--faint); font-weight: 400; font-style: italic; }
blockquote {
  margin: .3rem 0 .7rem; padding-inline-start: .9rem; border-inline-start: 2px solid var(--line);
  font: 1.15rem/1.45 Georgia, "Times New Roman", serif; white-space: pre-line;
}
.condition { margin: 0 0 .5rem; font-size: .92rem; }
.chain { list-style: none; display: flex; flex-wrap: wrap; gap: .45rem 1.5rem; margin: .2rem 0 .7rem; padding: 0; }
.chain li {
  position: relative; font-size: .9rem; line-height: 1.3; padding: .3rem .6rem; max-width: 100%;
  border: 1px solid var(--line); border-radius: .4rem; background: var(--paper);
}
.chain li:not(:last-child)::after {
  content: "→"; position: absolute; inset-inline-end: -1.22rem; top: 50%; translate: 0 -50%; color: var(--faint);
}
.chain .role { display: block; font-size: .7rem; color: var(--faint); letter-spacing: .03em; }
.chain .hedged { border: 1px dashed var(--hedge); }
.chain em { display: block; font-size: .78rem; color: var(--hedge); }
.told { margin: 0 0 .5rem; font-size: .92rem; }
summary { cursor: pointer; color: var(--link); font-size: .92rem; }
.tellings { margin: .6rem 0 0; padding: 0; list-style: none; }
.tellings > li { border-top: 1px solid var(--line); padding: .6rem 0 .2rem; }
.tellings p { margin: 0 0 .3rem; }
.tellings time { color: var(--faint); font-size: .9rem; }
.tellings blockquote { font-size: 1rem; margin-bottom: .4rem; }
.by { font-weight: 600; }
.by time, .by .badge { font-weight: 400; }
.title { font-size: .95rem; }
.evidence { font-size: .8rem; line-height: 1.45; color: var(--faint); }
.evidence summary { font-size: inherit; }
.evidence dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .7rem; margin: .3rem 0; }
.evidence dd { margin: 0; min-width: 0; }
code { font-size: .95em; font-family: ui-monospace, monospace; }
footer { margin-top: 2.5rem; color: var(--faint); font-size: .85rem; }
@media (max-width: 30rem) {
  .filter { position: static; }
  .filter select { flex: 1 1 8rem; min-width: 0; }
  body { padding: 1rem .7rem 3rem; }
  .card { padding: .7rem .8rem; }
  .chain { flex-direction: column; gap: 1.15rem; align-items: flex-start; }
  .chain li { padding: .2rem .6rem; }
  .chain .role { display: inline; margin-inline-end: .3rem; }
  .chain li:not(:last-child)::after { content: "↓"; inset-inline-end: auto; inset-inline-start: .8rem; top: auto; bottom: -1.2rem; translate: none; }
}
@page { margin: 1.5cm; }
@media print {
  :root {
    --paper: #fff; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --violent: #8c1510;
    --coercive: #6b4600; --none: #333; --hedge: #4b2e7a; --link: #000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filter, .guide, .skip, summary { display: none; }
  .drawing { overflow: visible; }
  .axis { min-width: 0; }
  .card { border-radius: 0; }
  .card header, h2, h3 { break-after: avoid; }
  .chain, blockquote, .tellings > li { break-inside: avoid; }
  a { text-decoration: none; }
}
)css";
}

std::string_view timeline_script() {
  return R"js(
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const form = document.getElementById("filter");
  const box = form.querySelector("input");
  const { kind, told } = form.elements;
  const count = form.querySelector("output");
  const cards = [...document.querySelectorAll(".card")].map((card) => ({
    card, text: fold(card.textContent), dot: document.getElementById("dot-" + card.id),
  }));
  const headings = [...document.querySelectorAll("section")];
  const apply = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, text, dot } of cards) {
      const fits = words.every((word) => text.includes(word))
        && (!kind.value || card.classList.contains(kind.value))
        && (!told.value || card.classList.contains("hedged") === (told.value === "hedged"));
      card.hidden = !fits;
      if (dot) dot.classList.toggle("out", !fits);
      if (fits) shown += 1;
    }
    for (const section of headings) section.hidden = !section.querySelector(".card:not([hidden])");
    const filtered = words.length || kind.value || told.value;
    count.textContent = filtered ? (shown || "none") + " of " + cards.length : "";
  };
  box.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select") || event.ctrlKey) return;
    event.preventDefault();
    box.focus();
  });
  form.hidden = false;
  apply();
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
})();
)js";
}

}  // namespace dixit::report
