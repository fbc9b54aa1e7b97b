// The board of a programme: cards are moved by mouse, or by keyboard (Enter, arrows, Enter). Each move goes to the server at
// once, which answers with what changed; it is asked now and then what colleagues did. Without this script, forms do the same.
const $ = (selector, root = document) => root.querySelector(selector);
const board = $(".board");
const tray = $("[data-tray-list]");
const toast = $("[data-toast]");
const stepChoice = $("#pas");
const page = new URL(location.href);
const rowMinutes = 5;
const firstUseful = 60 / rowMinutes; // the grid begins an hour before the day
const pollEvery = 4000;

const number = (element, name) => Number(element.style.getPropertyValue(`--${name}`));
const rooms = () => board.dataset.rooms.split(" ").filter(Boolean);
const columns = () => Math.max(1, rooms().length);
const rows = () => Number(board.dataset.rows);
const hours = board.dataset.hours.split("|");
const step = () => Number(stepChoice.value) / rowMinutes;
const titleOf = (card) => $("b", card).textContent;
const roomName = (place) => place.w > 1 || !rooms().length ? board.dataset.allRooms : $(`.board__room[style*="--c:${place.c}"] span`, board)?.textContent ?? "";
const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

let hush;
const say = (text) => {
  if (!text) return;
  toast.hidden = false;
  toast.textContent = text;
  clearTimeout(hush);
  hush = setTimeout(() => { toast.hidden = true; }, 8000);
};

// Places: c column from 1, w columns wide, s first row, l rows long.
const lengthOf = (card) => number(card, "l") || 1;
const placeOf = (card) => card.parentElement === board ? { c: number(card, "c"), w: number(card, "w") || 1, s: number(card, "s"), l: lengthOf(card) } : null;
const put = (element, { c, w, s, l }) => {
  for (const [name, value] of Object.entries({ c, w, s, e: s + l, l })) element.style.setProperty(`--${name}`, value);
};
const clamp = (place) => ({ ...place, c: Math.max(1, Math.min(columns() - place.w + 1, place.c)), s: Math.max(0, Math.min(rows() - place.l, place.s)) });
const inTheWay = (card, place) => [...board.querySelectorAll(".bcard")].find((other) => {
  const taken = other !== card && placeOf(other);
  return taken && place.c < taken.c + taken.w && taken.c < place.c + place.w && place.s < taken.s + taken.l && taken.s < place.s + place.l;
});
const describe = (place) => `${roomName(place)}, ${hours[place.s]}`;

// Another grid needs another page, which goes on where this one was.
const scroller = $(".board-scroll");
const again = (text = "") => {
  sessionStorage.setItem("board", JSON.stringify([text, scroller.scrollTop, scroller.scrollLeft, scrollY, document.activeElement?.closest(".bcard")?.id]));
  location.reload();
};
const resume = () => {
  const [text, top, left, y, focused] = JSON.parse(sessionStorage.getItem("board") ?? "[]");
  sessionStorage.removeItem("board");
  if (top === undefined) return;
  scroller.scrollTo(left, top);
  scrollTo(0, y);
  document.getElementById(focused)?.focus({ preventScroll: true });
  say(text);
};

// A long tray can be searched.
const search = $("[data-tray-search]");
const worthSearching = 8;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const sift = () => {
  search.hidden = tray.children.length < worthSearching && !search.value;
  for (const card of tray.children) card.hidden = !fold(card.textContent).includes(fold(search.value.trim()));
};
search.addEventListener("input", sift);

// The list below: rows that changed are replaced, and all stand in their order.
const rowsOf = (root) => $("tbody[data-days]", root);
const orderOf = (answer) => answer.dataset.list.split(" ").filter(Boolean);
const list = (answer) => {
  const now = rowsOf(document);
  if (!now) return;
  for (const fresh of [...rowsOf(answer).rows]) {
    document.getElementById(fresh.id)?.remove();
    now.append(fresh);
  }
  for (const [at, id] of orderOf(answer).entries()) if (now.rows[at].id !== id) now.insertBefore(document.getElementById(id), now.rows[at]);
  while (now.rows.length > orderOf(answer).length) now.lastElementChild.remove();
};
const isOtherList = (answer) => {
  const [now, then] = [rowsOf(document), rowsOf(answer)];
  return now ? now.dataset.days !== then.dataset.days || orderOf(answer).some((id) => !document.getElementById(id) && !$(`#${id}`, then)) : answer.dataset.list !== "";
};

// What the server says.
let held = null;
const apply = (html, card) => {
  const answer = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!answer?.dataset.revision || answer.dataset.start !== board.dataset.start || answer.dataset.rows !== board.dataset.rows || answer.dataset.rooms !== board.dataset.rooms || isOtherList(answer)) {
    again(card && answer?.dataset.message);
    return;
  }

  const kept = document.activeElement?.closest(".bcard")?.id;
  const onBoard = new Set(answer.dataset.board.split(" "));
  const inTray = new Set(answer.dataset.tray.split(" "));
  for (const old of document.querySelectorAll(".bcard:not(.bcard--drag)")) if (!onBoard.has(old.id) && !inTray.has(old.id)) old.remove();
  for (const fresh of answer.querySelectorAll(".bcard")) {
    const old = document.getElementById(fresh.id);
    if (old && old === held?.card) letGo();
    old?.remove();
    (onBoard.has(fresh.id) ? board : tray).append(fresh);
  }
  const read = document.activeElement?.closest("#sessions, #alertes") && document.activeElement.getAttribute("href");
  for (const fresh of answer.querySelectorAll("#etat, #alertes")) document.getElementById(fresh.id)?.replaceWith(fresh);
  list(answer);
  if (card) document.getElementById("errors")?.remove(); // of what was tried before
  board.dataset.revision = answer.dataset.revision;
  $("[data-tray-count]").textContent = inTray.has("") ? 0 : inTray.size;
  for (const card of board.querySelectorAll(".bcard[hidden]")) card.hidden = false;
  sift();
  if (read) document.querySelector(`#sessions [href="${read}"], #alertes [href="${read}"]`)?.focus({ preventScroll: true });
  if (kept) document.getElementById(kept)?.focus({ preventScroll: true });
  if (card) say(answer.dataset.message);
};

const address = (handler, session) => {
  const to = new URL(page.pathname, page);
  to.searchParams.set("handler", handler);
  to.searchParams.set("jour", board.dataset.start.slice(0, 10));
  to.searchParams.set("depuis", board.dataset.revision);
  if (session) to.searchParams.set("session", session);
  return to;
};

// One after the other, so that no answer is older than what is shown.
let queue = Promise.resolve();
const ask = (where, options, card) => {
  queue = queue.then(async () => {
    const answer = await fetch(where(), { ...options, headers: { "X-Board": "1" } });
    if (answer.status === 204) return;
    if (!answer.ok) throw new Error(answer.statusText);
    apply(await answer.text(), card);
  }).catch(() => { if (card) again(); });
  return queue;
};

const token = () => $("[name=__RequestVerificationToken]").value;
const wall = (row) => {
  const at = new Date(`${board.dataset.start}:00Z`);
  at.setUTCMinutes(at.getUTCMinutes() + row * rowMinutes);
  return at.toISOString();
};

const send = (card, place) => {
  const fields = new URLSearchParams({ "Move.Revision": card.dataset.revision, "Move.Minutes": card.dataset.minutes, __RequestVerificationToken: token() });
  if (place) {
    fields.set("Move.RoomId", place.w > 1 || !rooms().length ? "" : rooms()[place.c - 1]);
    fields.set("Move.Start.Date", wall(place.s).slice(0, 10));
    fields.set("Move.Start.Time", wall(place.s).slice(11, 16));
  }
  return ask(() => address(place ? "Move" : "Unplace", card.dataset.session), { method: "POST", body: fields }, card);
};

/** The card stays there until the server has spoken, unless another one is in the way. */
const drop = (card, place, before) => {
  const other = inTheWay(card, place);
  if (other) {
    if (before) put(card, before);
    say(fill(board.dataset.taken, titleOf(other)));
    return;
  }
  const isNew = card.parentElement !== board;
  if (isNew) {
    board.append(card);
    card.focus({ preventScroll: true });
  }
  put(card, place);
  send(card, place);
};

// Hours at which somebody of the session cannot be there.
const hatch = (card) => {
  for (const [from, until] of (card.dataset.busy ?? "").split(" ").filter(Boolean).map((range) => range.split("-").map(Number))) {
    const area = document.createElement("div");
    area.className = "board__no";
    const s = Math.max(0, from);
    put(area, { c: 1, w: columns(), s, l: Math.min(rows(), until) - s });
    board.append(area);
  }
};
const unhatch = () => { for (const area of board.querySelectorAll(".board__no")) area.remove(); };

// Keyboard.
const letGo = () => {
  held?.card.removeAttribute("data-held");
  held = null;
  unhatch();
};

const lift = (card) => {
  const before = placeOf(card);
  if (!before) {
    const free = Array.from({ length: rows() }, (_, s) => ({ c: 1, w: 1, s, l: lengthOf(card) })).find((place) => place.s % step() === 0 && place.s >= firstUseful && !inTheWay(card, place));
    board.append(card);
    put(card, clamp(free ?? { c: 1, w: 1, s: 0, l: lengthOf(card) }));
    card.focus();
  }
  held = { card, before };
  card.dataset.held = "";
  hatch(card);
  card.scrollIntoView({ block: "nearest" });
  say(fill(board.dataset.held, titleOf(card)));
};

const sideways = (place, by) => {
  if (rooms().length && place.w > 1) return by > 0 ? { ...place, c: 1, w: 1 } : place;
  return by < 0 && place.c === 1 && columns() > 1 ? { ...place, c: 1, w: columns() } : { ...place, c: place.c + by };
};

addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".bcard");
  if (!card) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (held?.card !== card) {
      lift(card);
      return;
    }
    const { before } = held;
    const place = placeOf(card);
    if (inTheWay(card, place)) {
      say(fill(board.dataset.taken, titleOf(inTheWay(card, place))));
      return;
    }
    letGo();
    drop(card, place, before);
  } else if (held?.card === card) {
    const place = placeOf(card);
    const to = { ArrowLeft: () => sideways(place, -1), ArrowRight: () => sideways(place, 1), ArrowUp: () => ({ ...place, s: place.s - step() }), ArrowDown: () => ({ ...place, s: place.s + step() }) }[event.key]?.();
    if (to) {
      event.preventDefault();
      put(card, clamp(to));
      card.scrollIntoView({ block: "nearest", inline: "nearest" });
      const other = inTheWay(card, placeOf(card));
      say(other ? fill(board.dataset.taken, titleOf(other)) : describe(placeOf(card)));
    } else if (event.key === "Escape") {
      const { before } = held;
      letGo();
      if (before) put(card, before);
      else tray.append(card);
      card.focus();
      say(fill(board.dataset.left, titleOf(card)));
    }
  } else if (event.key === " ") {
    event.preventDefault();
    open(card);
  }
});

// Mouse and pen; a finger scrolls.
const cell = (event, card, grip) => {
  const box = $(".board__col", board).getBoundingClientRect();
  const rowHeight = box.height / rows();
  const spans = card.parentElement === board && number(card, "w") > 1;
  const s = Math.round((event.clientY - grip - box.top) / rowHeight / step()) * step();
  const isAll = spans || (event.clientX < box.left && columns() > 1);
  const c = isAll ? 1 : 1 + Math.floor((event.clientX - box.left) / (box.width + 0.01));
  return clamp({ c, w: isAll ? columns() : 1, s, l: lengthOf(card) });
};
const isOver = (element, { clientX, clientY }) => {
  const box = element.getBoundingClientRect();
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
};

let dragged = false;
addEventListener("pointerdown", (event) => {
  const card = event.target.closest?.(".bcard");
  dragged = false;
  if (!card || event.button || event.pointerType === "touch" || held) return;
  const start = { x: event.clientX, y: event.clientY };
  const box = card.getBoundingClientRect();
  const grip = card.parentElement === board ? event.clientY - box.top : 8;
  let ghost, mark;
  const move = (at) => {
    if (!dragged && Math.hypot(at.clientX - start.x, at.clientY - start.y) < 6) return;
    if (!dragged) {
      dragged = true;
      ghost = card.cloneNode(true);
      ghost.removeAttribute("id");
      ghost.classList.add("bcard--drag");
      ghost.setAttribute("aria-hidden", "true");
      mark = document.createElement("div");
      mark.className = "board__drop";
      card.classList.add("bcard--ghost");
      document.body.append(ghost);
      hatch(card);
    }
    ghost.style.translate = `${at.clientX - Math.min(event.clientX - box.left, 180)}px ${at.clientY - grip}px`;
    tray.toggleAttribute("data-over", isOver(tray, at));
    if (isOver(scroller, at)) {
      const place = cell(at, card, grip);
      put(mark, place);
      mark.toggleAttribute("data-taken", Boolean(inTheWay(card, place)));
      mark.textContent = `${hours[place.s]} – ${hours[place.s + place.l] ?? ""}`;
      if (!mark.isConnected) board.append(mark);
    } else mark.remove();
  };
  const up = (at) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", up);
    if (!dragged) return;
    ghost.remove();
    mark.remove();
    unhatch();
    card.classList.remove("bcard--ghost");
    tray.removeAttribute("data-over");
    if (at.type !== "pointerup" || !card.isConnected) return;
    if (isOver(scroller, at)) drop(card, cell(at, card, grip), placeOf(card));
    else if (isOver(tray, at) && card.parentElement === board) send(card, null);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", up);
});

// The card looked at.
const open = async (card) => {
  const answer = await fetch(card.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("inspecteur");
  if (!fresh) return;
  $("#inspecteur").replaceWith(fresh);
  fresh.focus({ preventScroll: false });
};

addEventListener("click", (event) => {
  const card = event.target.closest?.(".bcard");
  if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!dragged) open(card);
});

addEventListener("submit", (event) => {
  const form = event.target.closest("[data-board-form]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  ask(() => address(new URL(form.action).searchParams.get("handler")), { method: "POST", body: fields }, form);
  if (form.elements["New.Title"]) {
    form.elements["New.Title"].value = "";
    form.elements["New.Title"].focus();
  }
});

// Undo and redo, as everywhere.
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  const button = document.querySelectorAll("#etat button")[event.shiftKey ? 1 : 0];
  if (button && !button.disabled) button.form.requestSubmit();
});

stepChoice.hidden = false;
sift();
resume();
const poll = () => {
  if (!document.hidden && !held && !dragged) ask(() => address("Changes"), {});
  setTimeout(poll, pollEvery);
};
addEventListener("pointerup", () => setTimeout(() => { dragged = false; }));
setTimeout(poll, pollEvery);
