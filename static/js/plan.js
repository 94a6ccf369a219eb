// Zoom and pan for the Kiezplan. The sheet grows inside a window that scrolls, so that the dots stay the size of a
// finger, names keep theirs, and whatever takes the focus comes into view by itself.
const STEPS = [1, 1.5, 2.2, 3.2, 4.5];
const STRIDE = 80;

for (const frame of document.querySelectorAll("[data-plan]")) {
  const pane = frame.querySelector(".plan__window");
  const sheet = frame.querySelector(".plan__sheet");
  const tools = frame.querySelector(".plan__tools");
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  const base = frame.querySelector(".plan__base");
  let zoom = 1;

  // Keeps the point at (x, y), counted from the pane's corner, where it is.
  const setZoom = (wanted, x = pane.clientWidth / 2, y = pane.clientHeight / 2) => {
    const before = zoom;
    zoom = Math.min(Math.max(wanted, STEPS[0]), STEPS.at(-1));
    const left = (pane.scrollLeft + x) * (zoom / before) - x;
    const top = (pane.scrollTop + y) * (zoom / before) - y;
    sheet.style.inlineSize = `${zoom * 100}%`;
    pane.scrollTo({ left, top, behavior: "instant" });
    frame.classList.toggle("plan__frame--near", zoom > 1);
    for (const [name, end] of [["in", STEPS.at(-1)], ["out", STEPS[0]], ["reset", STEPS[0]]]) {
      tools.querySelector(`[data-zoom="${name}"]`).setAttribute("aria-disabled", String(zoom === end));
    }
  };

  const moves = {
    in: () => setZoom(STEPS.find((step) => step > zoom + 0.01) ?? zoom),
    out: () => setZoom(STEPS.findLast((step) => step < zoom - 0.01) ?? zoom),
    reset: () => setZoom(1),
  };
  const keys = { "+": moves.in, "=": moves.in, "-": moves.out, 0: moves.reset };
  const strides = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  tools.addEventListener("click", (event) => moves[event.target.dataset.zoom]?.());
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stride = strides[event.key];
    if (stride && zoom > 1) pane.scrollBy({ left: stride[0] * STRIDE, top: stride[1] * STRIDE, behavior });
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  pane.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const corner = pane.getBoundingClientRect();
      setZoom(zoom * Math.exp(-event.deltaY / 300), event.clientX - corner.x, event.clientY - corner.y);
    },
    { passive: false },
  );

  // One finger scrolls by itself; two fingers, or a mouse held down, come here.
  const held = new Map();
  let dragged = false;
  pane.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event);
    dragged = false;
  });
  pane.addEventListener("pointermove", (event) => {
    const last = held.get(event.pointerId);
    if (!last) return;
    const other = [...held.values()].find((each) => each.pointerId !== event.pointerId);
    held.set(event.pointerId, event);
    if (other) {
      const corner = pane.getBoundingClientRect();
      const gap = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      const middle = [(event.clientX + other.clientX) / 2 - corner.x, (event.clientY + other.clientY) / 2 - corner.y];
      setZoom((zoom * gap(event)) / gap(last), ...middle);
    } else if (event.pointerType === "mouse" && zoom > 1) {
      pane.scrollBy({ left: last.clientX - event.clientX, top: last.clientY - event.clientY, behavior: "instant" });
      dragged ||= Math.abs(event.movementX) + Math.abs(event.movementY) > 2;
    }
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    pane.addEventListener(name, (event) => held.delete(event.pointerId));
  }
  window.addEventListener("beforeprint", moves.reset);
  pane.addEventListener("dragstart", (event) => event.preventDefault());
  pane.addEventListener("click", (event) => dragged && event.preventDefault(), true);

  pane.style.aspectRatio = `${base.width} / ${base.height}`;
  tools.hidden = false;
  pane.tabIndex = 0;
  setZoom(1);
}
