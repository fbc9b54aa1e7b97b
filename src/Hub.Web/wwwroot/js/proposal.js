// Keeps each answer a second after the last key, says how many characters are left, and sends documents as they are
// chosen, one by one. Without this script, the buttons do.
const form = document.querySelector("[data-proposal]");
const wait = 1000;

if (form) {
  const state = form.querySelector("[data-state]");
  for (const field of form.querySelectorAll("[data-answer]:not([data-kind=Files])")) watch(field, state);
  for (const field of form.querySelectorAll("[data-kind=Files]")) take(field, state);
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

function take(field, state) {
  const input = field.querySelector("[type=file]");
  input.multiple = Number(field.dataset.max) > 1;
  input.addEventListener("change", async () => {
    const chosen = [...input.files];
    input.value = "";
    input.disabled = true;
    field.querySelector("[role=alert]")?.remove();
    const problems = [];
    for (const file of chosen) {
      state.textContent = form.dataset.uploading.replace("{0}", file.name);
      const problem = file.size > Number(form.dataset.mostBytes) ? form.dataset.tooLarge : await send(field, input.name, file);
      if (problem) problems.push(problem.replace("{0}", file.name));
    }
    input.disabled = false;
    state.textContent = "";
    if (problems.length > 0) say(field, problems);
    input.focus();
  });
}

// Gives what is wrong with the document, or nothing; shows those that are there now.
async function send(field, name, file) {
  const body = new FormData();
  body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  body.append(name, file);
  const answer = await fetch(`?handler=Attach&key=${field.dataset.answer}`, { method: "POST", body }).then(a => a.ok ? a.text() : null).catch(() => null);
  if (answer === null) return form.dataset.uploadLost;
  const list = document.createRange().createContextualFragment(answer).querySelector("[data-files-list]");
  const wrong = list.querySelector(".field__error");
  wrong?.remove();
  field.querySelector("[data-files-list]").replaceWith(list);
  return wrong?.textContent.trim();
}

function say(field, problems) {
  const said = document.createElement("div");
  said.className = "field__error lines";
  said.setAttribute("role", "alert");
  said.textContent = problems.join("\n");
  field.querySelector("[data-files-list]").append(said);
}
