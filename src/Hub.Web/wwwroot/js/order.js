// A list whose order people change: by mouse or finger on the grip, or by keyboard (Enter, arrows, Enter, Escape). What is put
// down is sent as the form of that line would send it; without this script its buttons do the same, one place at a time.
const list = document.querySelector("[data-order]");
const news = document.querySelector("[data-order-news]");
const items = () => [...list.children];
const titleOf = (item) => item.querySelector(".order__what b").textContent;
const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);
const say = (text, item) => { news.textContent = fill(text, titleOf(item), items().indexOf(item) + 1, items().length); };

let picked; // { item, from }
const pick = (item) => {
  picked = { item, from: items().indexOf(item) };
  item.dataset.picked = "";
  say(list.dataset.picked, item);
};
// The others make way: who is moved in the document loses the focus and the pointer.
const place = (position) => {
  const others = items().filter((item) => item !== picked.item);
  const at = Math.max(0, Math.min(others.length, position));
  picked.item.before(...others.slice(0, at));
  picked.item.after(...others.slice(at));
};
const letGo = () => {
  delete picked.item.dataset.picked;
  picked = undefined;
};
const cancel = () => {
  place(picked.from);
  say(list.dataset.cancelled, picked.item);
  letGo();
};
const drop = () => {
  const { item, from } = picked;
  const position = items().indexOf(item);
  letGo();
  if (position === from) return;
  const form = item.querySelector("form");
  const to = new URL(form.action);
  to.search = new URLSearchParams({ passage: item.id.slice(2), handler: "Move", position });
  form.action = to;
  form.requestSubmit();
};

const byKeys = (event) => {
  const item = event.currentTarget.closest("li");
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    if (picked) drop(); else pick(item);
  } else if (picked && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    place(items().indexOf(item) + (event.key === "ArrowUp" ? -1 : 1));
    say(list.dataset.picked, item);
  } else if (picked && event.key === "Escape") {
    cancel();
  }
};

const byPointer = (event) => {
  if (event.button > 0) return;
  event.preventDefault();
  const grip = event.currentTarget;
  grip.focus();
  grip.setPointerCapture(event.pointerId);
  pick(grip.closest("li"));
  const move = ({ clientY }) => {
    const others = items().filter((item) => item !== picked.item);
    const after = others.findIndex((other) => clientY < other.getBoundingClientRect().top + other.offsetHeight / 2);
    place(after < 0 ? others.length : after);
  };
  const end = (done) => {
    grip.removeEventListener("pointermove", move);
    if (picked && done) drop(); else if (picked) cancel();
  };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", () => end(true), { once: true });
  grip.addEventListener("pointercancel", () => end(false), { once: true });
};

for (const grip of list?.querySelectorAll("[data-grip]") ?? []) {
  grip.hidden = false;
  grip.addEventListener("keydown", byKeys);
  grip.addEventListener("pointerdown", byPointer);
  grip.addEventListener("blur", () => { if (picked) cancel(); });
}
// The browser goes to the line that moved, and takes the focus away with it.
addEventListener("load", () => setTimeout(() => document.getElementById(location.hash.slice(1))?.querySelector("[data-grip]")?.focus()));
