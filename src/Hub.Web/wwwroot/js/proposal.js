// Keeps each answer a second after the last key, and says how many characters are left. Without this script, the buttons do.
const form = document.querySelector("[data-proposal]");
const wait = 1000;

if (form) {
  const state = form.querySelector("[data-state]");
  for (const field of form.querySelectorAll("[data-answer]")) watch(field, state);
}

function watch(field, state) {
  const control = field.querySelector("select, textarea, input:not([type=hidden])");
  const count = field.querySelector("[data-count]");
  const limit = count.textContent;
  let timer;
  const show = () => {
    const left = Number(field.dataset.max) - [...control.value.replaceAll("\r\n", "\n")].length;
    count.textContent = control.value ? (left < 0 ? form.dataset.over : form.dataset.left).replace("{0}", Math.abs(left).toLocaleString(document.documentElement.lang)) : limit;
    count.toggleAttribute("data-over", left < 0);
  };
  control.addEventListener("input", () => {
    show();
    clearTimeout(timer);
    timer = setTimeout(() => keep(field, control, state), wait);
  });
  show();
}

async function keep(field, control, state) {
  if (field.hasAttribute("data-conflict")) return;
  state.textContent = form.dataset.saving;
  const seen = field.querySelector("[type=hidden]");
  const body = new URLSearchParams({ key: field.dataset.answer, text: control.value, seen: seen.value, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  const answer = await fetch("?handler=Keep", { method: "POST", body }).then(a => a.ok ? a.json() : null).catch(() => null);
  state.textContent = !answer ? form.dataset.lost : answer.outcome === "Saved" ? form.dataset.saved.replace("{0}", answer.at) : form.dataset.lost;
  if (answer?.outcome === "Saved") seen.value = answer.revision;
  if (answer?.outcome === "Conflict") showBoth(field, answer, seen, state);
}

// Whoever sends the form now has read both texts.
function showBoth(field, answer, seen, state) {
  field.setAttribute("data-conflict", "");
  const notice = document.createElement("div");
  notice.className = "notice notice--warn";
  const words = document.createElement("p");
  words.textContent = form.dataset.conflict;
  const theirs = document.createElement("p");
  theirs.className = "lines";
  theirs.textContent = answer.theirs;
  notice.append(words, theirs);
  field.append(notice);
  seen.value = answer.revision;
  state.textContent = form.dataset.conflict;
}
