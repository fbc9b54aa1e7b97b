// The screen of a room: its clock and the time left go on by themselves; who is on stage is asked for every few seconds.
const askEvery = 4000;
const patience = 3;

const main = document.querySelector("main");
const lost = document.querySelector("[data-lost]");
const seconds = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const spell = (major, minor) => `${major}:${String(minor).padStart(2, "0")}`;

let ahead, zone; // seconds: of the hub before this machine, of the wall before UTC
const begin = () => {
  const hub = Date.parse(main.dataset.now) / 1000;
  ahead = hub - Date.now() / 1000;
  zone = seconds(main.dataset.clock) - hub;
};
const tick = () => {
  const now = Date.now() / 1000 + ahead;
  const minutes = Math.floor((zone + now) / 60);
  main.querySelector("[data-wall]").textContent = spell(Math.floor(minutes / 60) % 24, minutes % 60);
  const until = main.querySelector("[data-until]");
  if (!until) return;
  const left = Math.round(Date.parse(until.dataset.until) / 1000 - now);
  until.textContent = `${left < 0 ? "+" : ""}${spell(Math.floor(Math.abs(left) / 60), Math.abs(left) % 60)}`;
  until.toggleAttribute("data-over", left < 0);
};

let served = main.innerHTML;
let missed = 0;
const ask = async () => {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(askEvery) });
    if (!answer.ok) throw new Error(answer.statusText);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    Object.assign(main.dataset, fresh.dataset);
    // What has not changed is left alone: it would be read out again.
    if (fresh.innerHTML !== served) main.innerHTML = served = fresh.innerHTML;
    missed = 0;
    begin();
    tick();
  } catch {
    missed += 1;
  }
  lost.hidden = missed < patience;
  setTimeout(ask, askEvery);
};

begin();
tick();
setInterval(tick, 250);
setTimeout(ask, askEvery);
