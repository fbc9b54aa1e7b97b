// Days somebody keeps: their ids, the oldest first, in the one cookie FavouriteDays reads. The stars are painted over a
// page that is the same for everybody.
const kept = () => (/(?:^|; )journees=([0-9a-f.]*)/.exec(document.cookie)?.[1] ?? "").split(".").filter(Boolean);
const keep = (days) => {
  const age = days.length > 0 ? 31536000 : 0;
  document.cookie = `journees=${days.slice(-50).join(".")};path=/;max-age=${age};samesite=lax${isSecureContext ? ";secure" : ""}`;
};

const paint = () => {
  const days = kept();
  for (const star of document.querySelectorAll("[data-day]")) {
    star.hidden = false;
    star.setAttribute("aria-pressed", days.includes(star.dataset.day));
  }
  for (const chip of document.querySelectorAll("[data-mine]")) {
    chip.hidden = false;
    chip.lastElementChild.textContent = chip.dataset.mine.replace("#", days.length);
  }
};

document.addEventListener("click", ({ target }) => {
  const star = target.closest("[data-day]");
  if (!star) return;
  const others = kept().filter((day) => day !== star.dataset.day);
  keep(star.ariaPressed === "true" ? others : [...others, star.dataset.day]);
  paint();
});

paint();
new MutationObserver(paint).observe(document.querySelector("#resultats").parentElement, { childList: true });
