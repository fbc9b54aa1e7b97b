// Says the weighted total at once, keeps the sheet a second after the last change, and lets digits mark. Without this script, the buttons do.
const form = document.querySelector("[data-review]");
const wait = 1000;

if (form) {
  const state = form.querySelector("[data-state]");
  const total = form.querySelector("[data-total]");
  let timer;
  form.addEventListener("input", () => {
    total.textContent = say(totalOf(form));
    clearTimeout(timer);
    timer = setTimeout(() => keep(state), wait);
  });
  form.addEventListener("keydown", mark);
}

function totalOf(sheet) {
  let [sum, weights] = [0, 0];
  for (const criterion of sheet.querySelectorAll("[data-weight]")) {
    const chosen = criterion.querySelector("input:checked");
    if (!chosen) return null;
    sum += Number(criterion.dataset.weight) * Number(chosen.value);
    weights += Number(criterion.dataset.weight);
  }
  return weights ? sum / weights : null;
}

function say(total) {
  return total === null ? "–" : total.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
}

function mark(event) {
  if (event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
  const choice = [...event.target.closest(".criterion").querySelectorAll("input[type=radio]")].find(c => c.value === event.key);
  if (!choice) return;
  choice.checked = true;
  choice.focus();
  choice.dispatchEvent(new Event("input", { bubbles: true }));
}

async function keep(state) {
  if (form.hasAttribute("data-stale")) return;
  state.textContent = form.dataset.saving;
  const answer = await fetch("?handler=Keep", { method: "POST", body: new URLSearchParams(new FormData(form)) }).then(a => a.ok ? a.json() : null).catch(() => null);
  if (answer?.outcome === "Saved") form.elements["Input.Seen"].value = answer.revision;
  form.toggleAttribute("data-stale", answer?.outcome === "Conflict");
  state.textContent = answer?.outcome === "Saved" ? form.dataset.saved.replace("{0}", answer.at) : answer?.outcome === "Conflict" ? form.dataset.conflict : form.dataset.lost;
}
