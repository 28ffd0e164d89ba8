"use strict";
// A picture that is moved, zoomed and searched. Without this it is shown whole.
(() => {
  const frame = document.querySelector("[data-picture]");
  const svg = frame?.querySelector("svg");
  const tools = document.querySelector("[data-tools]");
  if (!svg || !tools) return;
  const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const whole = { x: left, y: top, w: width, h: height };
  const LETTER = 13, SMALLEST = 11, NEAREST = 3;
  frame.classList.add("live");
  tools.hidden = false;
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  let view = { ...whole };

  const size = () => ({ w: frame.clientWidth || 1, h: frame.clientHeight || 1 });
  // What is shown has the shape of the frame, so that a drag follows the pointer.
  function show(next) {
    const box = size();
    const most = Math.max(whole.w / box.w, whole.h / box.h) * 1.1;
    const scale = Math.min(Math.max(next.w / box.w, 1 / NEAREST), Math.max(most, 1 / NEAREST));
    const w = box.w * scale, h = box.h * scale;
    const within = (at, size, from, all) =>
      size >= all ? from - (size - all) / 2 : Math.min(Math.max(at, from - size * 0.25), from + all - size * 0.75);
    view = { x: within(next.x, w, whole.x, whole.w), y: within(next.y, h, whole.y, whole.h), w, h };
    svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map((n) => n.toFixed(1)).join(" "));
  }
  function all() {
    const box = size(), scale = Math.max(whole.w / box.w, whole.h / box.h) * 1.02;
    show({ x: whole.x - (box.w * scale - whole.w) / 2, y: whole.y - (box.h * scale - whole.h) / 2, w: box.w * scale });
  }
  // The whole, if its letters can be read; else its upper left part, as wide as can be read.
  function begin() {
    const box = size(), scale = Math.max(whole.w / box.w, whole.h / box.h) * 1.02;
    if (LETTER / scale >= SMALLEST) { all(); return; }
    const readable = Math.min((whole.w / box.w) * 1.02, LETTER / SMALLEST);
    const middle = frame.classList.contains("wide") ? whole.x + (whole.w - box.w * readable) / 2 : whole.x;
    show({ x: middle, y: whole.y, w: box.w * readable });
  }
  function zoom(factor, x = view.x + view.w / 2, y = view.y + view.h / 2) {
    const w = view.w / factor, box = size(), limit = box.w / NEAREST;
    const by = Math.max(w, limit) / view.w;
    show({ x: x - (x - view.x) * by, y: y - (y - view.y) * by, w: view.w * by });
  }
  const move = (x, y) => show({ ...view, x: view.x + x * view.w, y: view.y + y * view.h });
  const point = (event) => {
    const box = svg.getBoundingClientRect();
    return [view.x + ((event.clientX - box.left) / box.width) * view.w, view.y + ((event.clientY - box.top) / box.height) * view.h];
  };

  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 120) / 500), ...point(event));
  }, { passive: false });

  let drag = null, moved = false;
  frame.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    drag = { id: event.pointerId, x: event.clientX, y: event.clientY, from: { ...view } };
    moved = false;
  });
  frame.addEventListener("pointermove", (event) => {
    if (drag?.id !== event.pointerId) return;
    const x = event.clientX - drag.x, y = event.clientY - drag.y;
    if (!moved && Math.hypot(x, y) < 5) return;
    if (!moved) { moved = true; frame.setPointerCapture(event.pointerId); frame.classList.add("dragged"); }
    const scale = view.w / size().w;
    show({ ...view, x: drag.from.x - x * scale, y: drag.from.y - y * scale });
  });
  const drop = () => { drag = null; frame.classList.remove("dragged"); };
  frame.addEventListener("pointerup", drop);
  frame.addEventListener("pointercancel", drop);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  // The end of a drag is no click on what lies there.
  frame.addEventListener("click", (event) => { if (moved) { event.preventDefault(); moved = false; } }, true);

  // One box at a time is in the order of the tab key; N and P, and the search, go on to others.
  const boxes = [...svg.querySelectorAll(".box")];
  const link = (box) => box.closest("a");
  const words = new Map(boxes.map((box) => [box, ((box.querySelector("title")?.textContent || "") + " " +
    [...box.querySelectorAll("text")].map((text) => text.textContent).join("")).normalize("NFKC").toLowerCase()]));
  const links = boxes.map(link).filter(Boolean);
  const enter = (one) => { for (const each of links) each.setAttribute("tabindex", each === one ? "0" : "-1"); };
  enter(links[0]);
  const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  mark.setAttribute("class", "mark-box");
  const form = tools.querySelector("form"), status = form.querySelector("[role=status]"), open = form.querySelector(".found");
  let found = null;

  function centre(box) {
    const { x, y, width: w, height: h } = box.getBBox();
    const most = Math.max(size().w, 480) * (LETTER / SMALLEST);
    const wide = Math.min(view.w, most), high = (wide * view.h) / view.w;
    show({ x: x + w / 2 - wide / 2, y: y + h / 2 - high / 2, w: wide });
  }
  function choose(box) {
    found = box;
    const { x, y, width: w, height: h } = box.getBBox();
    for (const [name, value] of Object.entries({ x: x - 4, y: y - 4, width: w + 8, height: h + 8, rx: 5 })) mark.setAttribute(name, value);
    box.parentNode.append(mark);
    centre(box);
    const to = link(box);
    open.hidden = !to;
    if (to) { open.setAttribute("href", to.getAttribute("href")); enter(to); }
  }
  function find(step, text = form.elements.text.value) {
    const sought = text.normalize("NFKC").trim().toLowerCase();
    const hits = boxes.filter((box) => words.get(box).includes(sought));
    if (!hits.length) {
      status.textContent = status.dataset.none;
      mark.remove();
      found = null;
      open.hidden = true;
      return null;
    }
    const at = hits.indexOf(found);
    const next = at < 0 ? (step < 0 ? hits.length - 1 : 0) : (at + step + hits.length) % hits.length;
    choose(hits[next]);
    const name = found.querySelector("title")?.textContent || "";
    status.textContent = status.dataset.some.replace("{number}", next + 1).replace("{count}", hits.length) + " " + name;
    return found;
  }
  let waiting = 0;
  form.addEventListener("submit", (event) => { event.preventDefault(); find(1); });
  form.elements.text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (form.elements.text.value.trim()) find(0); else { mark.remove(); found = null; status.textContent = ""; open.hidden = true; } }, 200);
  });
  form.elements.text.addEventListener("keydown", (event) => {
    if (event.isComposing || event.key !== "Enter") return;
    event.preventDefault();
    find(event.shiftKey ? -1 : 1);
  });
  form.querySelector("[value=before]").addEventListener("click", () => find(-1));
  const zooms = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), all };
  for (const button of tools.querySelectorAll("[data-zoom]")) button.addEventListener("click", zooms[button.dataset.zoom]);

  const keys = {
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
    "+": zooms.in, ";": zooms.in, "=": zooms.in, "-": zooms.out, 0: all,
  };
  const steps = { KeyN: 1, KeyP: -1 };
  frame.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = { Digit0: "0", Numpad0: "0", NumpadAdd: "+", NumpadSubtract: "-", Minus: "-" }[event.code];
    if (event.code in steps) {
      event.preventDefault();
      const box = find(steps[event.code], "");
      if (box && link(box)) link(box).focus({ preventScroll: true });
      return;
    }
    const act = keys[event.key] || keys[digit];
    if (act) { event.preventDefault(); act(); }
    else if (event.key === "Enter" && event.target === frame && found && link(found)) link(found).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
  // A box that the tab key leads to is brought into sight.
  svg.addEventListener("focusin", (event) => {
    const box = event.target.querySelector?.(".box");
    if (!box || drag) return;
    const { x, y, width: w, height: h } = box.getBBox();
    if (x < view.x || y < view.y || x + w > view.x + view.w || y + h > view.y + view.h) centre(box);
  });
  new ResizeObserver(() => show(view)).observe(frame);
  // Paper gets the whole.
  addEventListener("beforeprint", () => svg.setAttribute("viewBox", [left, top, width, height].join(" ")));
  addEventListener("afterprint", () => show(view));
  begin();
  const wanted = new URLSearchParams(location.search).get("find");
  if (wanted) { form.elements.text.value = wanted; find(0); }
})();
