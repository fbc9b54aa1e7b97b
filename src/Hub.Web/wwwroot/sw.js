// A ticket that was opened once opens again without network. Pages keep themselves (js/ticket.js); this only looks them up.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && new URL(request.url).origin === location.origin) {
    event.respondWith(
      fetch(request).catch(async (error) => (await caches.match(request, { ignoreVary: true })) ?? Promise.reject(error)),
    );
  }
});
