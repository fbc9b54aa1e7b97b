// Pages of a day and of its sessions: favourites, the current hour, the visitor's own clock, the section being read.
// All of it is painted over a page that is the same for everybody and works without it.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const $ = (selector, root = document) => root.querySelector(selector);

// Favourites: codes of sessions, the oldest first, in the one cookie FavouriteCookie reads.
const kept = () => (/(?:^|; )favoris=([a-z0-9.]*)/.exec(document.cookie)?.[1] ?? "").split(".").filter(Boolean);
const keep = (codes) => {
  const age = codes.length > 0 ? 31536000 : 0;
  document.cookie = `favoris=${codes.slice(-200).join(".")};path=/;max-age=${age};samesite=lax${isSecureContext ? ";secure" : ""}`;
};

// Without script a star leads to the form that does the same.
const button = (link) => {
  const made = document.createElement("button");
  made.type = "button";
  for (const { name, value } of link.attributes) if (name !== "href") made.setAttribute(name, value);
  made.append(...link.childNodes);
  link.replaceWith(made);
  return made;
};

const filter = $("a[data-favourites]");
const chip = filter && button(filter);
const field = Object.assign(document.createElement("input"), { type: "hidden", name: "favoris", value: "1", disabled: true });
let only = chip && new URLSearchParams(location.search).has("favoris");
chip?.after(field);

const paint = () => {
  const codes = kept();
  for (const star of $$("[data-code]")) star.setAttribute("aria-pressed", codes.includes(star.dataset.code));
  if (chip) {
    const mine = chip.dataset.codes.split(" ").filter((code) => codes.includes(code)).length;
    $("span", chip).textContent = chip.dataset.favourites.replace("#", mine);
    chip.setAttribute("aria-pressed", only);
    field.disabled = !only;
    $("[data-take-away]").hidden = mine === 0;
  }
  const box = $("#grille");
  if (box) narrow(box, codes);
};

const narrow = (box, codes) => {
  let [count, hour] = [0, ""];
  for (const slot of $$(".slot", box)) {
    slot.hidden = only && !codes.includes($("[data-code]", slot)?.dataset.code);
    if (slot.hidden) continue;
    const start = slot.style.getPropertyValue("--s");
    slot.classList.toggle("slot--same", count > 0 && start === hour);
    [count, hour] = [count + 1, start];
  }
  const status = $(".prog-bar [role=status]");
  const { none, one, many } = status.dataset;
  const words = only ? [none, one][count] ?? many.replace("#", count) : box.dataset.count;
  if (status.textContent !== words) status.textContent = words;
  const shown = $("[data-shown]", box);
  const names = [only && chip.dataset.favourites.replace(/\s*\(.*/, ""), shown.dataset.kinds].filter(Boolean);
  shown.hidden = names.length === 0;
  shown.textContent = shown.dataset.shown.replace("#", names.join(", "));
};

document.addEventListener("click", (event) => {
  const star = event.target.closest("button[data-code]");
  if (star) {
    const others = kept().filter((code) => code !== star.dataset.code);
    keep(star.ariaPressed === "true" ? others : [...others, star.dataset.code]);
  } else if (chip && event.target.closest("button") === chip) {
    only = !only;
    const address = new URL(location);
    only ? address.searchParams.set("favoris", "1") : address.searchParams.delete("favoris");
    history.replaceState(history.state, "", address);
  } else return;
  paint();
});

// A programme starts at data-start (an instant), when the clock there shows data-first (minutes of its day), and has
// data-rows rows of five minutes; a slot spans rows --s to --e.
const row = (element, name) => Number(element.style.getPropertyValue(name));
const here = (instant) => new Date(instant).getHours() * 60 + new Date(instant).getMinutes();
const say = (minutes) => {
  const [h, m] = [Math.floor(minutes / 60) % 24, String(minutes % 60).padStart(2, "0")];
  if (document.documentElement.lang === "en") return `${String(h).padStart(2, "0")}:${m}`;
  return m === "00" ? `${h}\u00a0h` : `${h}\u00a0h\u00a0${m}`;
};

let mine = false;
const mark = (programme) => {
  const start = Date.parse(programme.dataset.start);
  const minutes = Math.floor((Date.now() - start) / 60_000);
  const now = minutes / 5;
  const line = $(".prog__now", programme);
  const running = now >= 0 && now < Number(programme.dataset.rows);
  line.hidden = !running;
  line.style.setProperty("--s", Math.floor(now));
  line.firstElementChild.textContent = say(mine ? here(Date.now()) : Number(programme.dataset.first) + minutes);
  const slots = $$(".slot", programme);
  for (const slot of slots) {
    slot.classList.toggle("slot--now", running && row(slot, "--s") <= now && now < row(slot, "--e"));
    slot.toggleAttribute("data-past", running && row(slot, "--e") <= now);
  }
  const link = $("[data-go-now]");
  const next = running && slots.find((slot) => row(slot, "--e") > now);
  if (link) link.hidden = !next;
  if (link && next) link.hash = next.id;
};

// Hours are those of the place; where the visitor's clock differs, theirs are offered, and the choice stays.
const tell = (programme) => {
  const start = Date.parse(programme.dataset.start);
  const zone = $("[data-zone]");
  if (!zone || here(start) === Number(programme.dataset.first)) return;
  const words = zone.firstElementChild;
  words.dataset.words ??= words.textContent;
  words.textContent = words.dataset.words.replace("#", say(here(start)));
  zone.hidden = false;
  try { mine = localStorage.getItem("heures") === "1"; } catch { /* no storage: no memory */ }
  zone.lastElementChild.setAttribute("aria-pressed", mine);
  const swap = (element, text) => {
    element.dataset.there ??= element.textContent;
    element.textContent = mine ? text : element.dataset.there;
  };
  for (const time of $$(".slot__time time", programme)) swap(time, say(here(Date.parse(time.dateTime))));
  for (const hour of $$(".prog__hours span", programme)) swap(hour, say(here(start + row(hour, "--s") * 300_000)));
  const name = $("[data-zone-name]");
  swap(name, name.dataset.zoneName);
};

const refresh = () => {
  const programme = $(".prog[data-start]");
  if (programme) {
    tell(programme);
    mark(programme);
  }
};

const prepare = () => {
  $$("a[data-code]").forEach(button);
  paint();
  refresh();
};

$("[data-zone] button")?.addEventListener("click", () => {
  try { mine ? localStorage.removeItem("heures") : localStorage.setItem("heures", "1"); } catch { /* stays as it is */ }
  refresh();
});

prepare();
setInterval(refresh, 60_000);
const box = $("#grille");
if (box) new MutationObserver(prepare).observe(box.parentElement, { childList: true });

// The section being read, in the bar that stays.
const tabs = $$("[data-sections] a");
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) for (const tab of tabs) tab.hash === `#${target.id}` ? tab.setAttribute("aria-current", "true") : tab.removeAttribute("aria-current");
  }
}, { rootMargin: "-25% 0px -70%" });
for (const tab of tabs) seen.observe($(tab.hash));
