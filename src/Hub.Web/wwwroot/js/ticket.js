// Keeps the ticket on this page for the moment there is no network, and forgets it once there is no ticket any more.
const here = location.origin + location.pathname;
const worker = document.querySelector("[data-worker]").dataset.worker;

// The same ticket has an address in each language.
const site = location.origin + worker.slice(0, worker.lastIndexOf("/"));
const [ticket] = location.pathname.match(/\/inscriptions\/[^/]+/);

if ("serviceWorker" in navigator && "caches" in window) {
  await navigator.serviceWorker.register(worker);
  const kept = await caches.open("billets");
  if (document.querySelector(".ticket")) {
    await document.fonts.ready;
    const parts = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => name.startsWith(location.origin));
    await kept.addAll([here, ...new Set(parts)]);
  } else {
    await Promise.all([site + ticket, `${site}/en${ticket}`].map((address) => kept.delete(address)));
  }
  document.documentElement.dataset.kept = "";
}
