// Improves HTML that already works without it: print buttons, the mark of the current hour in a programme.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

const live = document.createElement("p");
live.className = "sr";
live.setAttribute("role", "status");
document.body.append(live);

/** Says a text to screen readers. Emptied first, so that the same words are said twice. */
export const announce = (text) => {
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
};

for (const button of $$("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A programme starts at data-start (an instant) and has data-rows rows of five minutes; a slot spans rows --s to --e.
const row = (element, name) => Number(element.style.getPropertyValue(name));

const mark = (programme) => {
  const now = (Date.now() - Date.parse(programme.dataset.start)) / 300_000;
  const line = programme.querySelector(".prog__now");
  const running = now >= 0 && now <= Number(programme.dataset.rows);
  if (line) {
    line.hidden = !running;
    line.style.setProperty("--s", Math.floor(now));
  }
  for (const slot of $$(".slot", programme)) {
    const current = running && row(slot, "--s") <= now && now < row(slot, "--e");
    slot.classList.toggle("slot--now", current);
    slot.toggleAttribute("data-past", row(slot, "--e") <= now);
  }
};

const programmes = $$(".prog[data-start]");
if (programmes.length > 0) {
  const tick = () => programmes.forEach(mark);
  tick();
  setInterval(tick, 60_000);
}
