// Keeps the ticket on this page for the moment there is no network, and forgets it once there is no ticket any more.
const here = location.origin + location.pathname;

if ("serviceWorker" in navigator && "caches" in window) {
  await navigator.serviceWorker.register(document.querySelector("[data-worker]").dataset.worker);
  const kept = await caches.open("billets");
  if (document.querySelector(".ticket")) {
    await document.fonts.ready;
    const parts = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => name.startsWith(location.origin));
    await kept.addAll([here, ...new Set(parts)]);
  } else {
    await kept.delete(here);
  }
  document.documentElement.dataset.kept = "";
}
