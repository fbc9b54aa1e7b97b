// Improves HTML that already works without it: print buttons, the mark of the current hour in a programme.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

for (const button of $$("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A programme starts at data-start (an instant), when the clock there shows data-first (minutes of its day), and has
// data-rows rows of five minutes; a slot spans rows --s to --e.
const row = (element, name) => Number(element.style.getPropertyValue(name));

const hour = (minutes) => {
  const [h, m] = [Math.floor(minutes / 60) % 24, String(minutes % 60).padStart(2, "0")];
  return document.documentElement.lang === "en" ? `${String(h).padStart(2, "0")}:${m}` : `${h}\u00a0h\u00a0${m}`;
};

const mark = (programme) => {
  const minutes = Math.floor((Date.now() - Date.parse(programme.dataset.start)) / 60_000);
  const now = minutes / 5;
  const line = programme.querySelector(".prog__now");
  const running = now >= 0 && now < Number(programme.dataset.rows);
  line.hidden = !running;
  line.style.setProperty("--s", Math.floor(now));
  line.firstElementChild.textContent = hour(Number(programme.dataset.first) + minutes);
  for (const slot of $$(".slot", programme)) {
    slot.classList.toggle("slot--now", running && row(slot, "--s") <= now && now < row(slot, "--e"));
    slot.toggleAttribute("data-past", running && row(slot, "--e") <= now);
  }
};

const programmes = $$(".prog[data-start]");
if (programmes.length > 0) {
  const tick = () => programmes.forEach(mark);
  tick();
  setInterval(tick, 60_000);
}
