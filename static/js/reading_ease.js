/* Says below a German text how it reads, and which sentence weighs most. The server judges; this only asks, after a pause
   in typing and once when the form is shown. Marked text areas and the texts of a story have a hint; a page in another
   language has none. */

const PAUSE = 900;
const FIELDS = "textarea[data-reading-ease]";
const STORY = ".Draftail-Editor__wrapper";

const address = document.currentScript.dataset.address;
const hints = new WeakMap();
const asked = new WeakMap();
const changed = new Set();
let timer;
let number = 0;

const isGerman = () => (document.querySelector("[name=content_language]")?.value ?? "de") === "de";

const editable = (place) => place.querySelector("[contenteditable]");

function textOf(place) {
  if (place.matches("textarea")) return place.value;
  return [...place.querySelectorAll("[data-block]")].map((block) => block.textContent).join("\n");
}

function hintOf(place) {
  if (hints.has(place)) return hints.get(place);
  const hint = document.createElement("p");
  number += 1;
  hint.id = `reading-ease-${number}`;
  hint.className = "reading-ease";
  hint.setAttribute("role", "status");
  place.after(hint);
  const field = place.matches("textarea") ? place : editable(place);
  field?.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${hint.id}`.trim());
  hints.set(place, hint);
  return hint;
}

function show(place, { verdict, label, advice, sentence }) {
  const said = [verdict, label, sentence].join();
  if (!verdict && !hints.has(place)) return;
  const hint = hintOf(place);
  // The same words again would be read out again.
  if (hint.dataset.said === said) return;
  hint.dataset.said = said;
  hint.dataset.verdict = verdict;
  hint.replaceChildren();
  if (!verdict) return;
  const strong = document.createElement("strong");
  strong.textContent = label;
  hint.append(strong);
  if (sentence) {
    const quote = document.createElement("q");
    quote.lang = "de";
    quote.dir = "ltr";
    quote.textContent = sentence;
    hint.append(` · ${advice} `, quote);
  }
}

async function ask(places) {
  const open = places.filter((place) => place.isConnected && asked.get(place) !== textOf(place));
  if (!open.length) return;
  const texts = open.map(textOf);
  const question = new URLSearchParams(texts.map((text) => ["text", text]));
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const answer = await fetch(address, { method: "POST", body: question, headers: { "X-CSRFToken": token } });
  if (!answer.ok) return;
  const found = (await answer.json()).hints;
  open.forEach((place, index) => {
    if (!found[index]) return;
    asked.set(place, texts[index]);
    show(place, found[index]);
  });
}

function askAfterAPause() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const places = [...changed];
    changed.clear();
    // Offline or signed out: the text stays, a hint can wait.
    if (isGerman()) ask(places).catch(() => places.forEach((place) => changed.add(place)));
  }, PAUSE);
}

function note(target) {
  const place = target instanceof Element && target.closest(`${FIELDS}, ${STORY}`);
  if (!place) return;
  changed.add(place);
  askAfterAPause();
}

function noteAll() {
  document.querySelectorAll(`${FIELDS}, ${STORY}`).forEach(note);
}

function languageChanged() {
  for (const place of document.querySelectorAll(`${FIELDS}, ${STORY}`)) {
    asked.delete(place);
    if (!isGerman()) show(place, { verdict: "" });
  }
  noteAll();
}

for (const event of ["input", "keyup", "paste"]) document.addEventListener(event, ({ target }) => note(target));
document.addEventListener("change", ({ target }) => {
  if (target.name === "content_language") languageChanged();
});
// The editors of a story are made after the page is there.
window.addEventListener("load", noteAll);
