// Improves HTML that already works without it: print buttons.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

for (const button of $$("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
