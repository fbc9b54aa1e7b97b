// Says in words, while it is typed, what a new password is worth. The hub decides when it is sent; nothing leaves before.
const kinds = (text) => new Set(text.toLowerCase()).size;

for (const told of document.querySelectorAll("[data-strength]")) {
  const field = document.getElementById(told.dataset.strength);
  const { short, guessable, fair, good } = told.dataset;
  const words = (text) => {
    const length = [...text].length;
    const missing = Number(told.dataset.least) - length;
    if (missing > 0) return short.replace("{0}", missing);
    if (kinds(text) < 7) return guessable;
    return length < 18 ? fair : good;
  };
  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => { told.textContent = field.value ? words(field.value) : ""; }, 300);
  });
}
