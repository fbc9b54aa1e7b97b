// Suggestions under a text field (ARIA combobox with a list box). Without it the server asks which one is meant.
const combo = (input) => {
  const { combo: address, code, one, many, none } = input.dataset;
  const make = (tag, role, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.setAttribute("role", role);
    return element;
  };
  const list = make("ul", "listbox", { id: `${input.id}-list`, className: "combo", hidden: true, ariaLabel: input.labels[0].textContent });
  const status = make("p", "status", { className: "sr" });
  input.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }

  let [found, active, asked, timer] = [[], -1, 0, 0];

  // The code belongs to the text: another text, and the choice made before is gone.
  const keep = (value) => {
    for (const old of input.form.querySelectorAll(`[name="${code}"]`)) (old.closest("fieldset.field") ?? old).remove();
    input.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: code, value }));
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    mark(-1);
    if (open) list.scrollIntoView({ block: "nearest" });
  };
  const choose = ({ label, code: value }) => {
    input.value = label;
    keep(value);
    show(false);
    status.textContent = "";
  };
  const ask = async () => {
    const turn = ++asked;
    const text = input.value.trim();
    const answer = text.length < 2 ? null : await fetch(`${address}?texte=${encodeURIComponent(text.slice(0, 100))}`).catch(() => null);
    const territories = answer?.ok ? (await answer.json()).territories : null;
    if (turn !== asked || document.activeElement !== input) return;
    found = territories ?? [];
    list.replaceChildren(...found.map(({ label }, i) => make("li", "option", { id: `${list.id}-${i}`, textContent: label })));
    show(found.length > 0);
    status.textContent = !territories ? "" : found.length === 0 ? none : found.length === 1 ? one : many.replace("{0}", found.length);
  };

  input.addEventListener("input", () => {
    keep("");
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      if (list.hidden) show(true);
      mark(active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length);
    } else if (event.key === "Enter" && active >= 0) choose(found[active]);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const index = [...list.children].indexOf(event.target);
    if (index >= 0) choose(found[index]);
  });
};

document.querySelectorAll("[data-combo]").forEach(combo);
