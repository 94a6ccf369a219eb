/* Sorts a directory from where somebody stands. The browser is asked after the click, never before. */
const DECIMALS = 4;

for (const near of document.querySelectorAll("[data-near]")) {
  const here = near.querySelector("[data-near-here]");
  const refused = near.querySelector("[data-near-refused]");
  const button = here.querySelector("button");
  if (!navigator.geolocation || !window.isSecureContext) continue;
  here.hidden = false;

  button.addEventListener("click", () => {
    refused.textContent = "";
    button.setAttribute("aria-busy", "true");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const address = new URL(location.href);
        address.searchParams.delete("page");
        address.searchParams.set("near", `${coords.latitude.toFixed(DECIMALS)},${coords.longitude.toFixed(DECIMALS)}`);
        location.assign(address);
      },
      () => {
        button.removeAttribute("aria-busy");
        refused.textContent = refused.dataset.words;
        near.querySelector("select").focus();
      },
      { timeout: 10000, maximumAge: 60000 },
    );
  });
}
