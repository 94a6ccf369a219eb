/* Suggestions below a search field, as a combobox with a list. htmx fetches them; this moves through them, says how
   many there are, and goes where one leads. Without it the field is a plain form. */
const SHORTEST = 2;

// htmx notes the page's address, and what was searched with it, for a history of its own that is switched off.
try {
  sessionStorage.removeItem("htmx-current-path-for-history");
} catch {
  // A browser that keeps nothing has nothing to remove.
}

for (const form of document.querySelectorAll("[data-suggest]")) {
  const field = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const said = form.querySelector("[role=status]");
  let active = null;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const isOpen = () => !list.hidden;
  const wanted = () => field.value.trim().length >= SHORTEST;

  function mark(option) {
    active?.removeAttribute("aria-selected");
    active = option ?? null;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) field.setAttribute("aria-activedescendant", active.id);
    else field.removeAttribute("aria-activedescendant");
  }

  function close() {
    mark(null);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    said.textContent = "";
  }

  function open() {
    if (!options().length || !wanted()) return close();
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  function move(step) {
    const all = options();
    const at = all.indexOf(active) + step;
    // Past either end is the field itself, and from there the other end.
    mark(active === null && step < 0 ? all.at(-1) : all[at]);
  }

  const keys = {
    ArrowDown: (event) => {
      if (!isOpen()) open();
      if (isOpen() && !event.altKey) move(1);
      return isOpen();
    },
    ArrowUp: () => {
      if (!isOpen()) open();
      if (isOpen()) move(-1);
      return isOpen();
    },
    Home: () => active && (mark(options()[0]), true),
    End: () => active && (mark(options().at(-1)), true),
    Escape: () => isOpen() && (close(), true),
    Enter: () => active && (active.click(), true),
    Tab: () => (close(), false),
  };

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  field.addEventListener("keydown", (event) => {
    if (!event.isComposing && keys[event.key]?.(event)) event.preventDefault();
  });
  field.addEventListener("input", () => {
    mark(null);
    if (!wanted()) close();
  });
  field.addEventListener("htmx:beforeRequest", (event) => {
    if (!wanted()) event.preventDefault();
  });
  list.addEventListener("htmx:afterSwap", () => {
    if (document.activeElement !== field || !wanted()) return close();
    active = null;
    options().forEach((option, at) => (option.id = `${list.id}-option-${at}`));
    open();
    said.textContent = list.querySelector("[data-said]")?.textContent ?? "";
  });
  // The field keeps the focus while somebody points at a suggestion.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}
