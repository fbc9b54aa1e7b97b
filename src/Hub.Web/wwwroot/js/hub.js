// Improves HTML that already works without it: words read aloud, filters without a reload, print buttons.
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

const live = document.createElement("p");
live.className = "sr";
live.setAttribute("role", "status");
document.body.append(live);

export const announce = (text) => {
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
};

// Fragments: a form, or a link, names the elements that its answer replaces. The answer is the whole page that anybody
// would see at that address; when it does not come, the browser goes there.
let last;

const follow = (page) => {
  document.title = page.title;
  for (const form of $$("form[data-fragment]", page)) {
    for (const control of $$("[id]", form)) {
      const mine = document.getElementById(control.id);
      const { value } = control;
      if (mine?.tagName === "SELECT") mine.replaceChildren(...control.children);
      if (mine && (mine.tagName === "SELECT" || mine !== document.activeElement)) mine.value = value;
    }
  }
  const links = $$("a[hreflang], [name=retour]", page);
  for (const [i, mine] of $$("a[hreflang], [name=retour]").entries()) {
    for (const name of ["href", "value"]) if (links[i]?.hasAttribute(name)) mine.setAttribute(name, links[i].getAttribute(name));
  }
};

const load = async (address, fragments) => {
  last?.abort();
  const { signal } = (last = new AbortController());
  const old = fragments.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  for (const element of old) element.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!old.some((element) => page.getElementById(element.id))) throw new Error("another page");
    const status = page.querySelector("main [role=status]")?.textContent;
    const focused = old.some((element) => element.contains(document.activeElement)) && document.activeElement.getAttribute("href");
    const swapped = [];
    for (const element of old) {
      const fresh = page.getElementById(element.id);
      if (!fresh || !element.isConnected) continue;
      element.replaceWith(fresh);
      swapped.push(fresh);
    }
    follow(page);

    // Who pressed a link that was replaced goes on from there, or from what came instead of it.
    if (focused) (swapped.flatMap((element) => $$("a", element)).find((a) => a.getAttribute("href") === focused) ?? document.getElementById("contenu")).focus({ preventScroll: true });
    if (status) announce(status);
    return true;
  } catch {
    if (!signal.aborted) location.assign(address);
    return false;
  }
};

const go = async (address, fragments) => {
  if (!await load(address, fragments)) return;
  history.pushState({ fragments }, "", address);
  document.getElementById(address.split("#")[1])?.scrollIntoView();
};

for (const form of $$("form[data-fragment]")) {
  const { fragment } = form.dataset;
  history.replaceState({ fragments: fragment }, "");
  const send = (event) => {
    event.preventDefault();
    const asked = [...new FormData(form)].filter(([, value]) => value);
    go(`${form.action.split(/[?#]/)[0]}${asked.length ? `?${new URLSearchParams(asked)}` : ""}`, fragment);
  };
  form.addEventListener("change", send);
  form.addEventListener("submit", send);
}

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const fragment = link?.closest("[data-fragment]:not(form)")?.dataset.fragment;
  if (!fragment || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href"), fragment);
});

addEventListener("popstate", (event) => {
  if (event.state?.fragments) load(location.href, event.state.fragments);
});

for (const button of $$("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

addEventListener("keydown", (event) => {
  const search = document.querySelector("[data-search]");
  if (search && event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    location.assign(search.href);
  }
});
