// Passkeys: a form says what it wants of the browser, and where it learns how. Where there are no passkeys it stays hidden.
const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON;

const ask = async (form) => {
  const answer = await fetch(form.dataset.passkey, { method: "POST", headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value } });
  if (!answer.ok) throw new Error(answer.statusText);
  const options = await answer.json();
  return form.dataset.make === undefined
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
};

for (const form of known ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const trouble = form.querySelector("[data-trouble]");
    trouble.hidden = true;
    try {
      form.elements.Credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
}
